import type { Channel } from '@beckon/shared/model/channel'
import type { Agreement } from '@beckon/shared/model/routing-settings'
import type { SiteRules } from './site-rules.ts'

/** What value rules look at. */
export interface WorthFacts {
  channel: Channel
  subject: string
  segment: string | null
  /** The customer's contract, from the signed context. */
  agreement: string | null
}

export interface Worth {
  /** Fixed for the life of the contact, in minutes of waiting. */
  value: number
  /** What is promised to contacts of that value; null: nothing. */
  agreement: Agreement | null
}

export function worthOf({ settings }: SiteRules, facts: WorthFacts): Worth {
  const rule = settings.values.find(({ when }) => holds(when, facts))
  const value = rule?.value ?? 0
  let agreement: Agreement | null = null
  for (const each of settings.agreements) {
    if (each.fromValue <= value && (agreement === null || each.fromValue > agreement.fromValue)) agreement = each
  }
  return { value, agreement }
}

/** Whether every condition that is named holds. */
export function holds<Facts extends object>(
  when: { [K in keyof Facts]?: Facts[K] | undefined },
  facts: Facts,
): boolean {
  for (const key of Object.keys(when) as (keyof Facts)[]) {
    if (when[key] !== undefined && when[key] !== facts[key]) return false
  }
  return true
}
