import type { QueueAlert } from '@beckon/shared/model/agent-view'
import { contactChannels } from '@beckon/shared/model/channel'
import { isOpen, nextChange } from '../hours/opening-hours.ts'
import type { Line } from '../routing/line.ts'
import { noPlan } from '../rules/plan-contact.ts'
import type { SiteState } from '../site-state.ts'

/** Queues that are open, or waited in, and that nobody at work could take a contact of; the longest waiting first [QU14]. */
export function queueAlerts(state: SiteState, now: number): QueueAlert[] {
  const { routing, rules } = state
  const stuck = linesWithoutAgents(state)
  const alerts: QueueAlert[] = []
  for (const queue of rules.settings.queues) {
    const hours = rules.hoursOf(queue)
    const open = hours === undefined || isOpen(hours, now)
    for (const channel of contactChannels) {
      const lines = stuck.get(`${queue.key} ${channel}`) ?? []
      if (!queue.channels.includes(channel) && lines.length === 0) continue
      const empty = routing.lineOf({ channel, queue: queue.key, plan: noPlan, relaxed: 0 })
      if (lines.length === 0 && (!open || empty.slots > 0)) continue
      const served = (lines.length > 0 ? lines : [empty]).every(({ able }) =>
        able.some(({ pool }) => pool.equipped > 0),
      )
      alerts.push({
        queue: queue.key,
        name: queue.name,
        channel,
        kind: served ? 'nobody-at-work' : 'nobody-serves',
        waiting: lines.reduce((sum, { size }) => sum + size, 0),
        since: lines.reduce<number | null>((first, line) => earlier(first, line.plain.first()?.enqueuedAt), null),
      })
    }
  }
  return alerts.sort((a, b) => (a.since ?? now) - (b.since ?? now))
}

/** When a queue opens or closes next: until then only rows change what is told. Null: not within the next 400 days. */
export function nextAlertChange({ rules }: SiteState, now: number): number | null {
  const hours = new Set(rules.settings.queues.map((queue) => rules.hoursOf(queue)))
  const changes = [...hours].map((each) => (each && nextChange(each, now)) ?? Number.POSITIVE_INFINITY)
  const first = Math.min(...changes)
  return Number.isFinite(first) ? first : null
}

const earlier = (one: number | null, other: number | undefined): number | null =>
  other === undefined ? one : Math.min(one ?? other, other)

/** Where somebody waits and nobody who could take them is at work, by channel and queue; of one that is no more by the one in its place. */
function linesWithoutAgents({ routing, rules }: SiteState): Map<string, Line[]> {
  const found = new Map<string, Line[]>()
  for (const line of routing.allLines()) {
    if (line.size === 0 || line.slots > 0) continue
    const key = `${rules.queue(line.queue).key} ${line.requirement.channel}`
    found.set(key, [...(found.get(key) ?? []), line])
  }
  return found
}
