import { expect, test } from 'vitest'
import { queue, SiteScenario, value } from '../../../testing/site-scenario.ts'

const centre = (own: ConstructorParameters<typeof SiteScenario>[0]['routing'] = {}) => {
  const s = new SiteScenario({
    agents: { Mia: { roles: ['supervisor'] }, Ana: { skills: { baggage: 1 } }, Raj: {} },
    customers: { ann: {}, tom: {} },
    routing: { queues: [queue('service', { channels: ['chat'] })], ...own },
  })
  s.connect('Mia')
  return s
}
const toOld = [
  {
    when: { channel: 'voice' as const },
    queue: 'old',
    skills: {},
    greeting: null,
    announcements: [],
    legs: 'both' as const,
  },
]
const alerts = (s: SiteScenario) => s.agentSees('Mia').alerts

test('[QU14] an open queue that has lost its last agent is told of, and no more once somebody is there', () => {
  const s = centre()
  s.ready('Ana', 'chat')
  expect(alerts(s)).toEqual([])
  s.disconnect('Ana')
  const alert = { queue: 'service', name: 'service', channel: 'chat', kind: 'nobody-at-work', waiting: 0, since: null }
  expect(alerts(s)).toEqual([alert])
  s.ready('Raj', 'chat')
  expect(alerts(s)).toEqual([])
  value(s.say('Raj', 'presence:set', { channel: 'chat', intent: 'unavailable' }))
  expect(alerts(s)).toEqual([alert])
})

test('[QU14] who waits for nobody is counted, with the longest wait, though others of the queue are served', () => {
  const s = centre()
  s.ready('Raj', 'chat')
  s.contact('ann', 'chat', 'baggage')
  const since = s.now
  s.pass(1_000)
  s.contact('tom', 'chat', 'disputes')
  expect(alerts(s)).toMatchObject([{ kind: 'nobody-serves', waiting: 2, since }])
  s.ready('Ana', 'chat')
  expect(alerts(s)).toMatchObject([{ kind: 'nobody-serves', waiting: 1, since: since + 1_000 }])
})

test('[QU14] a queue that is closed at this hour asks for nobody', () => {
  const never = { key: 'never', zone: 'UTC', week: Array.from({ length: 7 }, () => []), holidays: [] }
  const s = centre({ queues: [queue('service', { hours: 'never', channels: ['chat'] })], hours: [never] })
  expect(alerts(s)).toEqual([])
})

test('[QU14] who waits in a queue that has closed meanwhile is told of all the same', () => {
  const s = centre()
  s.contact('ann')
  const never = { key: 'never', zone: 'UTC', week: Array.from({ length: 7 }, () => []), holidays: [] }
  value(s.change({ queues: [queue('service', { hours: 'never', channels: ['chat'] })], hours: [never] }))
  expect(alerts(s)).toMatchObject([{ waiting: 1, since: s.now }])
})

test('[QU14] who waits in a queue that is no more, or on a channel it no longer has, is told of all the same', () => {
  const s = centre({ queues: [queue('service', { channels: ['chat'] }), queue('old')], buttons: toOld })
  s.contact('ann', 'voice')
  const since = s.now
  s.pass(1_000)
  value(s.change({ queues: [queue('service', { channels: ['chat'] })], buttons: [] }))
  expect(alerts(s)).toMatchObject([
    { queue: 'service', channel: 'voice', kind: 'nobody-at-work', waiting: 1, since },
    { queue: 'service', channel: 'chat', waiting: 0 },
  ])
})

test('[QU14] an agent is not told', () => {
  const s = centre()
  s.connect('Ana')
  expect(s.agentSees('Ana').alerts).toEqual([])
})
