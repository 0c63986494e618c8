import type { OpeningHours, RoutingSettings } from '@beckon/shared/model/routing-settings'
import type { SettingsFinding } from '@beckon/shared/model/settings-finding'
import { isDate, isZone } from '../hours/zoned-time.ts'
import { capacityOf } from '../routing/load.ts'
import { lacksOf, requirementOf } from '../routing/requirement.ts'
import type { SiteState } from '../site-state.ts'
import { type ContactPlan, noPlan, planContact } from './plan-contact.ts'
import { SiteRules } from './site-rules.ts'

const found = (code: SettingsFinding['code'], at: string): SettingsFinding => ({ code, at })

/** What makes no sense whoever works here: such settings are not saved [RU3]. */
export function problemsOf(settings: RoutingSettings, subjects: ReadonlySet<string>): SettingsFinding[] {
  const { queues, hours, groups } = settings
  const knows = (list: readonly { key: string }[], key: string): boolean => list.some((each) => each.key === key)
  const problems = [...doubles('queues', queues), ...doubles('hours', hours), ...doubles('groups', groups)]
  for (const queue of queues) {
    const at = `queues.${queue.key}`
    if (queue.hours !== null && !knows(hours, queue.hours)) problems.push(found('unknown-hours', `${at}.hours`))
    if (leadsTo(queue).some((key) => !knows(queues, key))) problems.push(found('unknown-queue', at))
    if (queue.steps.some((step, i) => step.afterMs < (queue.steps[i - 1]?.afterMs ?? 0)))
      problems.push(found('steps-out-of-order', `${at}.steps`))
    if (queue.regions.some((key) => !knows(groups, key))) problems.push(found('unknown-region', `${at}.regions`))
  }
  const { freeMs = 0, warnMs = 1, closeMs = 2 } = settings.idle ?? {}
  if (freeMs > warnMs || warnMs >= closeMs) problems.push(found('steps-out-of-order', 'idle'))
  for (const key of circular(queues)) problems.push(found('circular-overflow', `queues.${key}`))
  for (const each of hours) problems.push(...problemsOfHours(each))
  settings.buttons.forEach(({ queue: key, when }, i) => {
    const queue = queues.find((each) => each.key === key)
    if (!queue) problems.push(found('unknown-queue', `buttons.${i}`))
    else if (when.channel !== undefined && !queue.channels.includes(when.channel))
      problems.push(found('channel-not-served', `buttons.${i}`))
    if (when.subject !== undefined && !subjects.has(when.subject))
      problems.push(found('unknown-subject', `buttons.${i}`))
  })
  settings.values.forEach(({ when }, i) => {
    if (when.subject !== undefined && !subjects.has(when.subject))
      problems.push(found('unknown-subject', `values.${i}`))
  })
  return problems
}

function doubles(list: string, items: readonly { key: string }[]): SettingsFinding[] {
  const keys = items.map(({ key }) => key)
  return keys.flatMap((key, i) => (keys.indexOf(key) < i ? [found('key-taken', `${list}.${key}`)] : []))
}

type Queue = RoutingSettings['queues'][number]

const leadsTo = ({ overflow, steps }: Queue): string[] => [
  ...(overflow ? [overflow.queue] : []),
  ...steps.flatMap(({ alsoQueue }) => (alsoQueue === undefined ? [] : [alsoQueue])),
]

/** Queues from which overflow leads back to them. */
function circular(queues: readonly Queue[]): string[] {
  const next = new Map(queues.map((queue) => [queue.key, leadsTo(queue)]))
  return queues.flatMap(({ key }) => {
    const seen = new Set<string>()
    const ahead = [...(next.get(key) ?? [])]
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      ahead.push(...(next.get(at) ?? []))
    }
    return seen.has(key) ? [key] : []
  })
}

function problemsOfHours({ key, zone, week, holidays }: OpeningHours): SettingsFinding[] {
  const problems = isZone(zone) ? [] : [found('unknown-zone', `hours.${key}.zone`)]
  for (const { date } of holidays)
    if (!isDate(date)) problems.push(found('unknown-date', `hours.${key}.holidays.${date}`))
  problems.push(
    ...doubles(
      `hours.${key}.holidays`,
      holidays.map(({ date }) => ({ key: date })),
    ),
  )
  for (const shifts of [...week, ...holidays.map((holiday) => holiday.shifts)]) {
    const sorted = [...shifts].sort((a, b) => (a.from < b.from ? -1 : 1))
    const wrong = sorted.some(({ from, to }, i) => from >= to || from < (sorted[i - 1]?.to ?? ''))
    if (wrong) problems.push(found('shifts-overlap', `hours.${key}`))
  }
  return problems
}

/** What nobody who works here now could do: saved, and reported [RU4]. */
export function warningsOf(
  settings: RoutingSettings,
  { agents, subjects }: Pick<SiteState, 'agents' | 'subjects'>,
): SettingsFinding[] {
  const rules = new SiteRules(settings)
  const staff = [...agents.values()]
  const served = (queue: string, plan: ContactPlan): boolean => {
    const { channels, steps } = rules.queue(queue)
    return channels.every((channel) => {
      const requirement = requirementOf(rules, { channel, queue, plan, relaxed: steps.length })
      return staff.some((agent) => capacityOf(agent, channel) > 0 && lacksOf(requirement, agent).length === 0)
    })
  }
  const warnings: SettingsFinding[] = []
  for (const { key } of settings.queues)
    if (!served(key, noPlan)) warnings.push(found('nobody-serves', `queues.${key}`))
  settings.buttons.forEach(({ queue, skills }, i) => {
    if (!served(queue, { ...noPlan, skills })) warnings.push(found('nobody-serves', `buttons.${i}`))
  })
  for (const { key, archivedAt } of subjects.values()) {
    if ((archivedAt ?? null) !== null) continue
    const { queue, plan } = planContact({ rules, subjects }, { ...nobody, subject: key })
    if (!served(queue.key, plan)) warnings.push(found('nobody-serves', `subjects.${key}`))
  }
  return warnings
}

/** A contact of which only the subject is known. */
const nobody = { channel: 'chat', segment: null, whisper: null, region: null, position: null, locale: null } as const
