import type { Channel } from '@beckon/shared/model/channel'
import type { Queue, Skills } from '@beckon/shared/model/routing-settings'
import type { AgentRow } from '../rows.ts'
import { type ContactPlan, skillsOf } from '../rules/plan-contact.ts'
import type { SiteRules } from '../rules/site-rules.ts'
import type { Named } from './named.ts'

/** One way to qualify. */
interface Wanted {
  queue: string
  skills: Skills
  language: string | null
  region: string | null
}

/** Who may serve a contact at this stage of its waiting. */
export interface Requirement {
  channel: Channel
  /** Any of these will do. Steps only add to them or ask less, so that waiting never narrows who may be asked. */
  ways: readonly Wanted[]
  /** What was asked for at first: who has the most of it fits best. */
  ideal: Skills
}

/** What an agent lacks for a contact. */
export type Lack = 'role' | 'queue' | 'skill' | 'language' | 'region'

interface Waiting {
  channel: Channel
  queue: string
  plan: ContactPlan
  relaxed: number
}

export function requirementOf(rules: SiteRules, { channel, queue: key, plan, relaxed }: Waiting): Requirement {
  const queue = rules.queue(key)
  const ideal = skillsOf(queue.skills, plan.skills)
  let ways = [wayOf(queue, ideal, plan)]
  for (const step of queue.steps.slice(0, relaxed)) {
    if (step.alsoQueue !== undefined) {
      const other = rules.queue(step.alsoQueue)
      ways.push(wayOf(other, other.skills, plan))
    }
    ways = ways.map((way) => ({
      queue: way.queue,
      skills: lowered(way.skills, step.dropSkills ?? [], step.lowerLevels ?? 0),
      language: step.anyLanguage === true ? null : way.language,
      region: step.anyRegion === true ? null : way.region,
    }))
  }
  return { channel, ways, ideal }
}

const wayOf = (queue: Queue, skills: Skills, { language, region }: ContactPlan): Wanted => ({
  queue: queue.key,
  skills,
  language: queue.byLanguage ? language : null,
  region: queue.byRegion ? region : null,
})

function lowered(skills: Skills, drop: readonly string[], by: number): Skills {
  const kept: Skills = {}
  for (const [skill, level] of Object.entries(skills)) {
    if (!drop.includes(skill)) kept[skill] = Math.max(1, level - by)
  }
  return kept
}

/** The same for contacts that ask for the same at the same stage; what the rules or the agents do not tell apart is left out. */
export function requirementKey(rules: SiteRules, named: Named, { channel, queue, plan, relaxed }: Waiting): string {
  const place = rules.looksAtRegion ? named.region(plan.region) : ''
  const language = rules.looksAtLanguage ? named.language(plan.language) : ''
  return `${channel} ${queue} ${relaxed} ${language} ${place} ${written(plan.skills)}`
}

const written = (skills: Skills): string =>
  Object.entries(skills)
    .map(([skill, level]) => `${skill}:${level}`)
    .sort()
    .join(',')

export type Profile = Pick<AgentRow, 'roles' | 'skills' | 'queues' | 'languages' | 'regions'>

/** What keeps somebody from serving, in the way in which they lack least; empty: nothing does. */
export function lacksOf({ ways }: Requirement, profile: Profile): Lack[] {
  if (!profile.roles.includes('agent')) return ['role']
  let least: Lack[] | undefined
  for (const way of ways) {
    const lacks = lacksInWay(way, profile)
    if (lacks.length === 0) return lacks
    if (least === undefined || lacks.length < least.length) least = lacks
  }
  return least ?? []
}

const allows = (named: readonly string[], wanted: string | null): boolean =>
  wanted === null || named.length === 0 || named.includes(wanted)

function lacksInWay({ queue, skills, language, region }: Wanted, profile: Profile): Lack[] {
  const lacks: Lack[] = []
  if (!allows(profile.queues, queue)) lacks.push('queue')
  for (const [skill, level] of Object.entries(skills)) {
    if ((profile.skills[skill] ?? 0) < level) lacks.push('skill')
  }
  if (!allows(profile.languages, language)) lacks.push('language')
  if (!allows(profile.regions, region)) lacks.push('region')
  return lacks
}

/** The sum of the levels of what was asked for at first: higher fits better. */
export function fitOf({ ideal }: Requirement, profile: Profile): number {
  let fit = 0
  for (const skill of Object.keys(ideal)) fit += profile.skills[skill] ?? 0
  return fit
}

/** The same for agents who can do the same. */
export const profileKey = ({ roles, skills, queues, languages, regions }: Profile): string =>
  JSON.stringify([roles.includes('agent'), written(skills), queues, languages, regions])
