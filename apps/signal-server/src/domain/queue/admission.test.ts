import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import type { AgentId } from '@beckon/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { queue, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

const site = (routing: Partial<RoutingSettings>) =>
  new SiteScenario({ agents: { Ana: {} }, customers: { ann: { segment: 'gold' }, tom: {}, joe: {} }, routing })

describe('before anything rings', () => {
  /** The scenario begins on Friday 2027-01-15, 08:00 UTC. */
  const hours = {
    key: 'office',
    zone: 'UTC',
    week: [[{ from: '09:00', to: '17:00' }], ...Array.from({ length: 6 }, () => [])],
    holidays: [],
  }

  test('[QU7] outside the opening hours it is refused with the next opening and what is open', () => {
    const s = site({
      queues: [queue('service', { channels: ['chat'] }), queue('calls', { hours: 'office' })],
      buttons: [
        { when: { channel: 'voice' }, queue: 'calls', skills: {}, greeting: null, announcements: [], legs: 'both' },
      ],
      hours: [hours],
    })
    s.ready('Ana', 'voice')
    expect(s.ask('tom', { channel: 'voice' })).toEqual({
      ok: false,
      error: { code: 'out-of-hours', instead: { opensAt: Date.parse('2027-01-18T09:00Z'), channels: ['chat'] } },
    })
    expect(s.ringing('Ana')).toBeUndefined()
    expect(s.customerSees('tom').interactions).toEqual([])
  })

  test('[QU7] when it is open it is taken', () => {
    const always = { ...hours, week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]) }
    const s = site({ queues: [queue('service', { hours: 'office' })], hours: [always] })
    expect(refusalOf(s.ask('tom', {}))).toBe('accepted')
  })

  test('[QU7] a full queue takes nobody more until somebody is served; other channels count alone', () => {
    const s = site({ queues: [queue('service', { limit: 1 })] })
    value(s.ask('ann', {}))
    expect(s.ask('tom', {})).toMatchObject({
      error: { code: 'queue-full', instead: { opensAt: null, channels: ['voice'] } },
    })
    s.ready('Ana', 'chat')
    s.accept('Ana')
    expect(refusalOf(s.ask('tom', {}))).toBe('accepted')
  })

  test('[QU7] a segment or region a queue is not for is refused, and so is a channel it does not serve', () => {
    const group = { key: 'north', name: 'North', latitude: 69, longitude: 18 }
    const s = site({
      queues: [queue('service', { channels: ['chat'], segments: ['gold'], regions: ['north'] })],
      groups: [group],
    })
    expect(refusalOf(s.ask('tom', { region: 'north' }))).toBe('not-offered')
    expect(refusalOf(s.ask('ann', { region: 'south' }))).toBe('not-offered')
    expect(refusalOf(s.ask('ann', {}))).toBe('not-offered')
    expect(refusalOf(s.ask('ann', { channel: 'voice', region: 'north' }))).toBe('not-offered')
    expect(refusalOf(s.ask('ann', { region: 'north' }))).toBe('accepted')
  })
})

test('[QU10] whoever comes when a queue is too long waits in the next one, which may be too long as well', () => {
  const s = site({
    queues: [
      queue('first', { overflow: { queue: 'second', atLength: 1 } }),
      queue('second', { overflow: { queue: 'third', atLength: 1 } }),
      queue('third'),
    ],
  })
  const queues = ['ann', 'tom', 'joe'].map((name) => s.row(s.contact(name)).queue)
  expect(queues).toEqual(['first', 'second', 'third'])
})

describe('[QU10] a queue that is too long', () => {
  const shut = { key: 'shut', zone: 'UTC', week: Array.from({ length: 7 }, () => []), holidays: [] }
  const long = (other: Parameters<typeof queue>[1], own: Parameters<typeof queue>[1] = {}) => {
    const s = site({
      queues: [queue('first', { overflow: { queue: 'other', atLength: 1 }, ...own }), queue('other', other)],
      hours: [shut],
    })
    s.contact('ann')
    return s.ask('tom', {})
  }

  test.each([
    ['closed', { hours: 'shut' }],
    ['not for this customer', { segments: ['gold'] }],
    ['not for this channel', { channels: ['voice' as const] }],
  ])('keeps who comes when the one it overflows into is %s', (_what, other) => {
    expect(refusalOf(long(other))).toBe('accepted')
  })

  test('keeps who comes when the one it overflows into is full, until it is full itself', () => {
    const full = (limit: number | null) => {
      const s = site({
        queues: [
          queue('first', { overflow: { queue: 'other', atLength: 1 }, limit }),
          queue('other', { limit: 1, overflow: null }),
        ],
      })
      const places = ['ann', 'tom'].map((name) => s.row(s.contact(name)).queue)
      return [...places, refusalOf(s.ask('joe', {}))]
    }
    expect(full(null)).toEqual(['first', 'other', 'accepted'])
    expect(full(1)).toEqual(['first', 'other', 'queue-full'])
  })

  test('takes nobody while it is closed, however long, though the one it overflows into is open', () => {
    const s = site({
      queues: [queue('first', { overflow: { queue: 'other', atLength: 1 } }), queue('other')],
      hours: [shut],
    })
    s.contact('ann')
    const { queues } = s.state.rules.settings
    value(s.change({ queues: queues.map((each) => (each.key === 'first' ? { ...each, hours: 'shut' } : each)) }))
    expect(refusalOf(s.ask('tom', {}))).toBe('out-of-hours')
  })
})

test('[QU7] a refusal offers no channel instead that nobody here could ever serve', () => {
  const s = new SiteScenario({
    agents: { Ana: { capacity: { chat: 1, voice: 0 } } },
    customers: { ann: {}, tom: {} },
    routing: { queues: [queue('service', { limit: 1 })] },
  })
  s.contact('ann')
  expect(s.ask('tom', {})).toMatchObject({ error: { code: 'queue-full', instead: { channels: [] } } })
})

const actor = { actorKind: 'operator', actorId: null, actorName: 'root' } as const

test('[QU12] who waits for what nobody here could ever take reads so at once, until somebody can', () => {
  const s = new SiteScenario({ agents: { Ana: {}, Raj: { skills: { disputes: 1 } } }, customers: { ann: {}, tom: {} } })
  s.contact('ann', 'chat', 'disputes')
  expect(s.contactOf('ann').unserved).toBe(false)
  const change = (skills: Record<string, number>) => {
    const payload = { agentId: s.idOf('Raj') as AgentId, change: { skills }, actor }
    value(s.runOne({ name: 'agent:change', by: null, tabId: null, payload }))
  }
  change({})
  expect(s.contactOf('ann').unserved).toBe(true)
  s.contact('tom', 'chat', 'disputes')
  expect(s.contactOf('tom').unserved).toBe(true)
  change({ disputes: 2 })
  expect(s.contactOf('ann').unserved).toBe(false)
})

test('[QU16] who waits reads that nobody at work could take it now, until somebody is', () => {
  const s = new SiteScenario({ agents: { Ana: {}, Raj: { skills: { disputes: 1 } } }, customers: { ann: {} } })
  s.ready('Ana', 'chat')
  s.contact('ann', 'chat', 'disputes')
  expect(s.contactOf('ann')).toMatchObject({ staffed: false, unserved: false, estimatedWait: null })
  s.ready('Raj', 'chat')
  expect(s.contactOf('ann').staffed).toBe(true)
  s.disconnect('Raj')
  expect(s.contactOf('ann').staffed).toBe(false)
})

test('[QU12] what a later step opens to somebody is served', () => {
  const steps = [{ afterMs: 60_000, dropSkills: ['disputes'] }]
  const s = new SiteScenario({
    agents: { Ana: {} },
    customers: { ann: {} },
    routing: { queues: [queue('service', { steps })] },
  })
  s.contact('ann', 'chat', 'disputes')
  expect(s.contactOf('ann').unserved).toBe(false)
})
