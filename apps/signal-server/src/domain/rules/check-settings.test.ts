import type { AgentId } from '@beckon/shared/model/ids'
import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import { describe, expect, test } from 'vitest'
import { queue, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { warningsOf } from './check-settings.ts'
import { defaultSettings } from './default-settings.ts'

const site = () => new SiteScenario({ agents: { Sam: { roles: ['admin'] }, Ana: { skills: { baggage: 2 } } } })
const button = { when: {}, queue: 'service', skills: {}, greeting: null, announcements: [], legs: 'both' as const }
const week = (...monday: [string, string][]) => [
  monday.map(([from, to]) => ({ from, to })),
  ...Array.from({ length: 6 }, () => []),
]
const hours = { key: 'office', zone: 'Europe/Oslo', week: week(['09:00', '12:00'], ['13:00', '17:00']), holidays: [] }
const actor = { actorKind: 'operator', actorId: null, actorName: 'root' } as const
const idOf = (s: SiteScenario, name: string) => s.idOf(name) as AgentId
const save = (s: SiteScenario, own: Partial<RoutingSettings>) => s.change({ ...defaultSettings, ...own })

describe('settings that make no sense are not saved', () => {
  const step = (alsoQueue: string) => [{ afterMs: 10, alsoQueue }]
  test.each<[what: string, own: Partial<RoutingSettings>, code: string, at: string]>([
    ['two queues of one key', { queues: [queue('a'), queue('a')] }, 'key-taken', 'queues.a'],
    ['a button for no queue', { buttons: [{ ...button, queue: 'gone' }] }, 'unknown-queue', 'buttons.0'],
    [
      'an overflow into no queue',
      { queues: [queue('a', { overflow: { queue: 'b', atLength: 1 } })] },
      'unknown-queue',
      'queues.a',
    ],
    ['hours that are not there', { queues: [queue('a', { hours: 'office' })] }, 'unknown-hours', 'queues.a.hours'],
    ['a zone there is none of', { hours: [{ ...hours, zone: 'Mars/Olympus' }] }, 'unknown-zone', 'hours.office.zone'],
    [
      'shifts that overlap',
      { hours: [{ ...hours, week: week(['09:00', '12:00'], ['11:00', '17:00']) }] },
      'shifts-overlap',
      'hours.office',
    ],
    [
      'a shift that ends first',
      { hours: [{ ...hours, week: week(['22:00', '06:00']) }] },
      'shifts-overlap',
      'hours.office',
    ],
    [
      'steps out of order',
      { queues: [queue('a', { steps: [{ afterMs: 20 }, { afterMs: 10 }] })] },
      'steps-out-of-order',
      'queues.a.steps',
    ],
    [
      'a subject there is none of',
      { values: [{ when: { subject: 'gone' }, value: 1 }] },
      'unknown-subject',
      'values.0',
    ],
    [
      'a channel its queue does not serve',
      { queues: [queue('service', { channels: ['chat'] })], buttons: [{ ...button, when: { channel: 'voice' } }] },
      'channel-not-served',
      'buttons.0',
    ],
    [
      'overflow in a circle',
      {
        queues: [
          queue('a', { overflow: { queue: 'b', atLength: 1 } }),
          queue('b', { steps: step('c') }),
          queue('c', { steps: step('a') }),
        ],
      },
      'circular-overflow',
      'queues.a',
    ],
  ])('[RU3] %s', (_what, own, code, at) => {
    const s = site()
    const reply = save(s, own)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(reply.ok ? [] : reply.error.problems).toContainEqual({ code, at })
    expect(s.store.all('settings')).toEqual([])
  })
})

describe('settings that are saved', () => {
  test.each(['2026-02-30', '2026-13-01', '2027-02-29', '2026-00-10'])('[RU3] there is no %s: no holiday', (date) => {
    const hours = {
      key: 'day',
      zone: 'UTC',
      week: Array.from({ length: 7 }, () => []),
      holidays: [{ date, shifts: [] }],
    }
    const s = new SiteScenario({})
    expect(s.change({ hours: [hours] })).toMatchObject({
      error: { problems: [{ code: 'unknown-date', at: `hours.day.holidays.${date}` }] },
    })
  })

  test('[RU3] a holiday has its hours once', () => {
    const holiday = { date: '2028-02-29', shifts: [] }
    const hours = { key: 'day', zone: 'UTC', week: Array.from({ length: 7 }, () => []), holidays: [holiday] }
    const s = new SiteScenario({})
    expect(s.change({ hours: [hours] }).ok).toBe(true)
    expect(s.change({ hours: [{ ...hours, holidays: [holiday, holiday] }] })).toMatchObject({
      error: { problems: [{ code: 'key-taken', at: 'hours.day.holidays.2028-02-29' }] },
    })
  })

  test('[RU4] nobody here has the skills a queue asks for: saved, and said at once', () => {
    const s = site()
    const queues = [queue('service'), queue('a', { skills: { baggage: 3 } }), queue('b', { skills: { magic: 1 } })]
    const buttons = [button, { ...button, skills: { baggage: 3 } }]
    const { warnings } = value(save(s, { queues, buttons }))
    expect(warnings.filter(({ at }) => !at.startsWith('subjects.'))).toEqual([
      { code: 'nobody-serves', at: 'queues.a' },
      { code: 'nobody-serves', at: 'queues.b' },
      { code: 'nobody-serves', at: 'buttons.1' },
    ])
    expect(s.store.all('settings')).toHaveLength(1)
  })

  test('[RU4] a queue whose steps come down to what somebody can is served', () => {
    const steps = [{ afterMs: 10_000, lowerLevels: 2 }]
    const { warnings } = value(save(site(), { queues: [queue('service', { skills: { baggage: 4 }, steps })] }))
    expect(warnings.map(({ at }) => at)).not.toContain('queues.service')
  })

  test('[RU4] a subject whose skill nobody has is said at once, until somebody has it', () => {
    const s = site()
    value(save(s, { queues: [queue('service')] }))
    const change = { skills: { baggage: 1, disputes: 1 } }
    const reported = () => warningsOf(s.state.rules.settings, s.state).map(({ at }) => at)
    expect(reported()).toEqual(['subjects.disputes'])
    value(
      s.runOne({ name: 'agent:change', by: null, tabId: null, payload: { agentId: idOf(s, 'Ana'), change, actor } }),
    )
    expect(reported()).toEqual([])
  })

  test('[RU7] hold from the next decision on, for those who wait as well', () => {
    const s = new SiteScenario({
      agents: { Sam: { roles: ['admin'] }, Ana: {} },
      customers: { ann: {} },
      routing: { queues: [queue('service', { skills: { magic: 1 } })] },
    })
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    expect(s.ringing('Ana')).toBeUndefined()
    value(save(s, { queues: [queue('service')] }))
    expect(s.ringing('Ana')?.interactionId).toBe(id)
  })

  test('[RS15] what is not named stays, what agents begin with is taken away by null', () => {
    const s = site()
    value(s.change({ signIn: 'all', hours: [hours] }))
    value(s.change({ signIn: null, agreements: [] }))
    expect(s.state.rules.settings).toEqual({ ...defaultSettings, hours: [hours] })
  })

  test('[RS10] what changes nothing writes nothing', () => {
    const s = site()
    value(s.change(defaultSettings))
    expect(s.store.all('settings')).toEqual([])
  })

  test('[RS2] a change of what is no longer so is stale; the order of keys is no difference', () => {
    const s = site()
    const { queues, ...rest } = defaultSettings
    value(s.change({ agreements: [] }, { ...rest, queues }))
    value(s.change({ values: [{ when: {}, value: 1 }] }, { ...rest, queues }))
    expect(s.change({ values: [] }, defaultSettings)).toEqual({ ok: false, error: { code: 'stale-fence' } })
  })
})
