import type { OpeningHours } from '@beckon/shared/model/routing-settings'
import { expect, test } from 'vitest'
import { queue, SiteScenario } from '../../testing/site-scenario.ts'
import { queueAlerts } from '../domain/views/queue-alerts.ts'
import { AlertWatch } from './alert-watch.ts'

const nine = Date.parse('2027-01-15T09:00:00Z')
const hours: OpeningHours = {
  key: 'day',
  zone: 'UTC',
  week: Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }]),
  holidays: [],
}

/** A second at a time, as the sweeper does it; each commit is told of. */
function centre() {
  const s = new SiteScenario({
    agents: { Mia: { roles: ['supervisor'] }, Ana: {} },
    customers: { ann: {} },
    routing: { queues: [queue('service', { hours: 'day', channels: ['chat'] })], hours: [hours] },
  })
  s.now = nine - 3_600_000
  const { id } = s.state.site
  let looks = 0
  const watch = new AlertWatch<string>((state, now) => {
    looks++
    return queueAlerts(state, now)
  })
  const seconds = (count: number): string[] => {
    const told: string[] = []
    for (let n = 0; n < count; n++) {
      s.now += 1_000
      if (watch.due(s.now).includes(id)) told.push(...watch.look(s.state, s.now))
    }
    return told
  }
  const looked = (): number => looks
  return { s, id, watch, seconds, looked }
}

test('[QU14] a queue that opens by the clock with nobody there, and one that closes, is told of with no commit', () => {
  const { s, id, watch, seconds } = centre()
  watch.watch(id, 'Mia')
  seconds(1)
  expect(seconds(3_598)).toEqual([])
  expect(seconds(1)).toEqual(['Mia'])
  expect(queueAlerts(s.state, s.now)).toMatchObject([{ queue: 'service', kind: 'nobody-at-work' }])
  expect(seconds(8 * 3_600 - 1)).toEqual([])
  expect(seconds(1)).toEqual(['Mia'])
  expect(queueAlerts(s.state, s.now)).toEqual([])
})

test('[QU14] a site is looked at once for each second in which rows changed or a queue opened or closed, and not while nobody watches', () => {
  const { s, id, watch, seconds, looked } = centre()
  watch.changed(id)
  seconds(10)
  expect(looked()).toBe(0)
  watch.watch(id, 'Mia')
  watch.watch(id, 'Mia on her phone')
  expect(seconds(1_000)).toEqual(['Mia', 'Mia on her phone'])
  expect(looked()).toBe(1)
  s.ready('Ana', 'chat')
  watch.changed(id)
  watch.changed(id)
  expect(seconds(1_000)).toEqual([])
  expect(looked()).toBe(2)
  expect(seconds(24 * 3_600)).toEqual([])
  expect(looked()).toBe(4)
  watch.leave(id, 'Mia')
  watch.changed(id)
  seconds(1)
  expect(looked()).toBe(5)
  watch.leave(id, 'Mia on her phone')
  watch.changed(id)
  seconds(24 * 3_600)
  expect(looked()).toBe(5)
})

test('[QU14] other hours are followed from their commit on', () => {
  const { s, id, watch, seconds } = centre()
  watch.watch(id, 'Mia')
  seconds(1)
  const early = { ...hours, week: hours.week.map(() => [{ from: '08:10', to: '17:00' }]) }
  s.change({ hours: [early] })
  watch.changed(id)
  expect(seconds(598)).toEqual([])
  expect(seconds(1)).toEqual(['Mia'])
})
