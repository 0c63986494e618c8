import { Channel, ContactChannel } from '@beckon/shared/model/channel'
import fc from 'fast-check'

/**
 * One thing that somebody does or that happens. `pick` chooses among what is there when the step is taken, so that a
 * shrunk history still makes sense; `wrong` has it done by somebody who may not.
 */
export type Step =
  | {
      do: 'request'
      customer: number
      channel: ContactChannel
      subject: string
      agent: string | undefined
      parent: boolean
      stale: boolean
    }
  | { do: 'end-contact' | 'update-context'; pick: number; wrong: boolean }
  | { do: 'identify'; customer: number; as: string }
  | {
      do: 'answer'
      with: 'shown' | 'accept' | 'decline'
      pick: number
      what: 'pending' | 'ended' | 'invented'
      /** On another channel, or another page, than it was offered on. */
      elsewhere: boolean
      wrong: boolean
    }
  | { do: 'pick'; pick: number; agent: number }
  /** `one`: of several of a kind the first alone. */
  | { do: 'presence'; agent: number; channel: Channel; one: boolean; intent: 'available' | 'unavailable' }
  | { do: 'media-channel'; with: 'rename' | 'remove'; pick: number; agent: number; wrong: boolean }
  | { do: 'dnd'; agent: number; on: boolean }
  | { do: 'next'; agent: number; reason: string | undefined }
  | { do: 'device'; agent: number; tab: number; soundReady: boolean; screenUp: boolean }
  | { do: 'invite'; pick: number; wrong: boolean }
  | {
      do: 'call'
      side: 'agent' | 'customer'
      with: CallAct
      pick: number
      tab: number
      epoch: -1 | 0 | 1
      wrong: boolean
    }
  | { do: 'finish'; with: 'end' | 'complete' | 'extend'; pick: number; fence: -1 | 0 | 1; wrong: boolean }
  | { do: 'tab'; who: 'agent' | 'customer'; person: number; tab: number; device: number | undefined; open: boolean }
  | { do: 'task'; agent: number; subject: string; due: number | undefined }
  | { do: 'park'; pick: number; until: number | undefined; wrong: boolean }
  | { do: 'node-lost'; which: number }
  | { do: 'tick' }

export type CallAct = 'join' | 'take-over' | 'decline' | 'connected' | 'restart' | 'hang-up'

/** Batches of commands, and what befalls nodes and time between them. */
export type Event =
  | { on: number; batch: Step[] }
  /** The batch before, once more, perhaps on another node. */
  | { on: number; again: true }
  | { on: number; memory: 'caught-up' | 'dropped' }
  /** Milliseconds; below zero the clock was set back. */
  | { wait: number }
  /** To the next deadline, or a millisecond beside it. */
  | { untilDue: -1 | 0 | 1; thenTick: boolean; on: number }

export interface History {
  /** Which agents and customers have a page open, and which agents are available, at the start. */
  here: { agents: boolean[]; customers: boolean[] }
  events: Event[]
}

export const castSize = { agents: 3, customers: 5, tabs: 2, nodes: 2 }

const of = fc.constantFrom
const pick = fc.nat(11)
const on = fc.nat(castSize.nodes - 1)
const tab = fc.nat(castSize.tabs - 1)
const agent = fc.nat(castSize.agents - 1)
const customer = fc.nat(castSize.customers - 1)
const channel = of(...Channel.options)
const contactChannel = of(...ContactChannel.options)
const wrong = of(false, false, false, false, false, false, false, true)
/** Mostly the right one: an epoch or a fence. */
const beside = of<(-1 | 0 | 1)[]>(0, 0, 0, 0, 0, -1, 1)

const steps: { [D in Step['do']]?: [weight: number, fc.Arbitrary<Step>] } = {
  request: [
    7,
    fc.record({
      do: of('request'),
      customer,
      channel: contactChannel,
      subject: of('booking', 'booking', 'booking', 'baggage', 'disputes', 'gone'),
      agent: of(undefined, undefined, 'agent-1', 'nobody'),
      parent: fc.boolean(),
      stale: fc.boolean(),
    }),
  ],
  'end-contact': [2, fc.record({ do: of('end-contact', 'update-context'), pick, wrong })],
  identify: [1, fc.record({ do: of('identify'), customer, as: of('id-of-ann', 'id-of-tom') })],
  answer: [
    12,
    fc.record({
      do: of('answer'),
      with: of('shown', 'shown', 'shown', 'accept', 'accept', 'accept', 'decline'),
      pick,
      what: of('pending', 'pending', 'pending', 'pending', 'pending', 'ended', 'invented'),
      elsewhere: of(false, false, true),
      wrong,
    }),
  ],
  pick: [3, fc.record({ do: of('pick'), pick, agent })],
  presence: [
    3,
    fc.record({
      do: of('presence'),
      agent,
      channel,
      one: fc.boolean(),
      intent: of('available', 'available', 'available', 'unavailable'),
    }),
  ],
  'media-channel': [1, fc.record({ do: of('media-channel'), with: of('rename', 'remove'), pick, agent, wrong })],
  dnd: [1, fc.record({ do: of('dnd'), agent, on: of(true, false, false) })],
  next: [1, fc.record({ do: of('next'), agent, reason: of('lunch', undefined) })],
  device: [
    2,
    fc.record({ do: of('device'), agent, tab, soundReady: of(true, true, false), screenUp: of(true, true, false) }),
  ],
  invite: [3, fc.record({ do: of('invite'), pick, wrong })],
  call: [
    9,
    fc.record({
      do: of('call'),
      side: of('agent', 'customer'),
      with: of(
        'join',
        'join',
        'join',
        'join',
        'take-over',
        'decline',
        'connected',
        'connected',
        'connected',
        'restart',
        'hang-up',
      ),
      pick,
      tab,
      epoch: beside,
      wrong,
    }),
  ],
  finish: [
    5,
    fc.record({
      do: of('finish'),
      with: of('end', 'end', 'complete', 'complete', 'extend'),
      pick,
      fence: beside,
      wrong,
    }),
  ],
  tab: [
    6,
    fc.record({
      do: of('tab'),
      who: of('agent', 'customer'),
      person: customer,
      tab,
      device: of(undefined, undefined, 0, 1, 2),
      open: of(true, true, true, false),
    }),
  ],
  task: [
    3,
    fc.record({ do: of('task'), agent, subject: of('booking', 'baggage', 'disputes'), due: of(undefined, 10_000) }),
  ],
  park: [2, fc.record({ do: of('park'), pick, until: of(undefined, -1, 5_000), wrong })],
  'node-lost': [1, fc.record({ do: of('node-lost'), which: on })],
  tick: [2, fc.constant({ do: 'tick' })],
}

const step: fc.Arbitrary<Step> = fc.oneof(...Object.values(steps).map(([weight, arbitrary]) => ({ weight, arbitrary })))

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ on, batch: fc.array(step, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ on, again: of(true) }) },
  { weight: 2, arbitrary: fc.record({ on, memory: of('caught-up', 'caught-up', 'dropped') }) },
  {
    weight: 2,
    arbitrary: fc.record({ wait: of(1, 500, 1_000, 1_999, 5_000, 20_000, 30_000, 60_000, 600_000, -3_000) }),
  },
  { weight: 4, arbitrary: fc.record({ untilDue: of<(-1 | 0 | 1)[]>(-1, 0, 0, 1), thenTick: fc.boolean(), on }) },
)

/** Anything, in any order, valid or not. */
export const histories: fc.Arbitrary<History> = fc.record({
  here: fc.record({
    agents: fc.array(of(true, true, false), { minLength: castSize.agents, maxLength: castSize.agents }),
    customers: fc.array(of(true, true, false), { minLength: castSize.customers, maxLength: castSize.customers }),
  }),
  events: fc.array(event, { minLength: 1, maxLength: 80, size: 'max' }),
})
