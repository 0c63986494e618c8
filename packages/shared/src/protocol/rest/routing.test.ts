import { describe, expect, test } from 'vitest'
import { ContactQuery, RoutingChange } from './routing.ts'

const routing = {
  queues: [
    {
      key: 'baggage',
      name: 'Baggage',
      channels: ['chat', 'voice'],
      skills: { baggage: 3 },
      steps: [
        {
          afterMs: 30_000,
          dropSkills: ['vip'],
          lowerLevels: 1,
          alsoQueue: 'service',
          anyRegion: true,
          anyLanguage: true,
        },
      ],
      answer: 'preview',
      offerMs: { chat: 15_000 },
      overflow: { queue: 'service', atLength: 20 },
      limit: 100,
      hours: 'office',
      segments: ['gold'],
      regions: ['north'],
      byLanguage: true,
      byRegion: true,
      ownAgentMs: 20_000,
    },
  ],
  hours: [
    {
      key: 'office',
      zone: 'Europe/Oslo',
      week: [[{ from: '09:00', to: '12:30' }], [], [], [], [], [], [{ from: '00:00', to: '24:00' }]],
      holidays: [{ date: '2026-12-25', shifts: [] }],
    },
  ],
  groups: [{ key: 'north', name: 'North', latitude: 69.6, longitude: 18.9 }],
  values: [{ when: { channel: 'voice', segment: 'gold', subject: 'baggage', agreement: 'premium' }, value: 20 }],
  agreements: [{ fromValue: 20, withinMs: 60_000, raise: 30 }],
  buttons: [
    {
      when: { subject: 'baggage', whisper: 'gold-line', region: 'north', segment: 'gold', channel: 'chat' },
      queue: 'baggage',
      skills: { vip: 5 },
      greeting: 'Welcome aboard.',
      announcements: ['recorded'],
      legs: 'agent-first',
    },
  ],
  interruptibleBy: { voice: [] },
}

const queueWith = (part: object) => ({ ...routing, queues: [{ ...routing.queues[0], ...part }] })
const hoursWith = (part: object) => ({ ...routing, hours: [{ ...routing.hours[0], ...part }] })
const parsed = (change: object) => RoutingChange.safeParse(change).data

describe('how a site routes', () => {
  test('is taken whole, every part of it, and without what nobody asked for', () => {
    expect(parsed({ ...routing, warnings: [], more: 1 })).toEqual(routing)
  })

  test('any part may be absent, and what agents begin with may be taken away', () => {
    for (const key of Object.keys(routing)) {
      expect(parsed({ [key]: routing[key as keyof typeof routing] })).toEqual({
        [key]: routing[key as keyof typeof routing],
      })
    }
    expect(parsed({ signIn: null })).toEqual({ signIn: null })
  })

  test.each<[what: string, largest: object, beyond: object]>([
    ['a level', queueWith({ skills: { vip: 5 } }), queueWith({ skills: { vip: 6 } })],
    ['the least level', queueWith({ skills: { vip: 1 } }), queueWith({ skills: { vip: 0 } })],
    ['the queues', routing, { ...routing, queues: [] }],
    ['a ring', queueWith({ offerMs: { voice: 3_000 } }), queueWith({ offerMs: { voice: 2_999 } })],
    ['a channel', queueWith({ offerMs: {} }), queueWith({ offerMs: { fax: 5_000 } })],
    ['how it is answered', queueWith({ answer: 'auto' }), queueWith({ answer: 'later' })],
    ['a week', routing, hoursWith({ week: [] })],
    ['a holiday', routing, hoursWith({ holidays: [{ date: '25.12.2026', shifts: [] }] })],
  ])('[AU6] %s is taken up to its bound and refused beyond', (_what, largest, beyond) => {
    expect(parsed(largest)).toEqual(largest)
    expect(parsed(beyond)).toBeUndefined()
  })
})

test('[AU6] a contact that is asked about names its channel; all else is optional and bounded', () => {
  expect(ContactQuery.safeParse({ channel: 'chat' }).success).toBe(true)
  expect(ContactQuery.safeParse({ subject: 'baggage' }).success).toBe(false)
  expect(ContactQuery.safeParse({ channel: 'chat', segment: 'x'.repeat(65) }).success).toBe(false)
})
