import type { ContextItem } from '@beckon/shared/model/context'
import { maxContextItems } from '@beckon/shared/rules/context-limits'

/**
 * What is said now over what was said before, key by key; a value that is empty takes its key out. What is said now
 * comes first, and stays when it gets too much.
 */
export function mergeItems(before: readonly ContextItem[], now: readonly ContextItem[]): ContextItem[] {
  const keys = new Set(now.map(({ key }) => key))
  const all = [...now, ...before.filter(({ key }) => !keys.has(key))]
  return all.filter(({ value }) => value !== '').slice(0, maxContextItems)
}
