import { expect, test } from 'vitest'
import type { ChannelPresence, OverallPresence } from '../model/presence.ts'
import { overallPresence } from './overall-presence.ts'

type Channel = [presence: ChannelPresence, used: number, capacity: number]
type Row = [expected: OverallPresence, live: boolean, dnd: boolean, ...channels: Channel[]]

const free: Channel = ['available', 1, 4]
const full: Channel = ['available', 4, 4]
const overfull: Channel = ['available', 5, 4]
const noCapacity: Channel = ['available', 0, 0]
const wrappingUp: Channel = ['wrap-up', 0, 1]
const away: Channel = ['unavailable', 0, 1]
const missed: Channel = ['not-responding', 0, 1]
const offline: Channel = ['offline', 0, 1]

const table: Row[] = [
  ['offline', false, false, free, free],
  ['offline', false, true, free],
  ['dnd', true, true, free, free],
  ['dnd', true, true, away],
  ['unavailable', true, false],
  ['unavailable', true, false, away, missed],
  ['unavailable', true, false, offline, away],
  ['busy', true, false, full],
  ['busy', true, false, full, wrappingUp],
  ['busy', true, false, overfull, noCapacity],
  ['busy', true, false, wrappingUp],
  ['busy', true, false, full, away],
  ['ready', true, false, free],
  ['ready', true, false, free, full],
  ['partial', true, false, free, away],
  ['partial', true, false, free, missed],
  ['partial', true, false, free, wrappingUp],
  ['partial', true, false, free, offline],
]

test.each(table)(
  '[PR] an agent is %s: live %s, do-not-disturb %s, channels %j %j',
  (expected, live, dnd, ...channels) => {
    const facts = channels.map(([presence, used, capacity]) => ({ presence, used, capacity }))

    expect(overallPresence({ live, dnd, channels: facts })).toBe(expected)
    expect(overallPresence({ live, dnd, channels: facts.toReversed() })).toBe(expected)
  },
)
