import type { Channel } from '@beckon/shared/model/channel'
import type { LegOrder, Queue, Skills } from '@beckon/shared/model/routing-settings'
import type { SiteState } from '../site-state.ts'
import { nearestGroup, type Position } from './nearest-group.ts'
import { holds } from './worth.ts'

/** What is known of a contact before it is queued. */
export interface ContactFacts {
  channel: Channel
  subject: string
  segment: string | null
  /** Codes of the button. */
  whisper: string | null
  region: string | null
  position: Position | null
  /** BCP 47. */
  locale: string | null
}

/** What was decided for a contact when it came, for the whole of its life. */
export interface ContactPlan {
  /** On top of those of its queue. */
  skills: Skills
  /** `en`, where the page said one. */
  language: string | null
  /** Resource group, or the region the button names. */
  region: string | null
  greeting: string | null
  announcements: string[]
  legs: LegOrder
}

/** Of a contact of which nothing is known. */
export const noPlan: ContactPlan = {
  skills: {},
  language: null,
  region: null,
  greeting: null,
  announcements: [],
  legs: 'both',
}

/** The queue and the plan that the button's codes mean on this site; the first rule that holds decides. */
export function planContact(
  { rules, subjects }: Pick<SiteState, 'rules' | 'subjects'>,
  facts: ContactFacts,
): { queue: Queue; plan: ContactPlan } {
  const { channel, subject, segment, whisper, position, locale } = facts
  const region = facts.region ?? (position && nearestGroup(rules.settings.groups, position)?.key) ?? null
  const rule = rules.settings.buttons.find(({ when }) => holds(when, { channel, subject, segment, whisper, region }))
  const skill = subjects.get(subject)?.skill ?? null
  return {
    queue: rule ? rules.queue(rule.queue) : rules.defaultQueue,
    plan: {
      skills: skillsOf(skill === null ? {} : { [skill]: 1 }, rule?.skills ?? {}),
      language: locale?.split('-')[0]?.toLowerCase() ?? null,
      region,
      greeting: rule?.greeting ?? null,
      announcements: rule?.announcements ?? [],
      legs: rule?.legs ?? 'both',
    },
  }
}

/** Both asked for, each at its highest level. */
export function skillsOf(one: Skills, other: Skills): Skills {
  const both: Skills = { ...one }
  for (const [skill, level] of Object.entries(other)) both[skill] = Math.max(level, both[skill] ?? 0)
  return both
}
