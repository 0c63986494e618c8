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
