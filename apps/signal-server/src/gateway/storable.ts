/** What PostgreSQL refuses to keep: U+0000, and half of a surrogate pair, as left by a text cut within an emoji. */
const refused = /[\0\p{Surrogate}]/gu
/** A pattern for all remembers where it was; this one only tells. */
const hasRefused = new RegExp(refused.source, 'u')

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value))

/**
 * A value from outside, its texts and keys without what PostgreSQL refuses to keep: of a refusal by the database nobody
 * could tell the sender what to do. Nearly every value is left as it is. Not for values of any depth.
 */
export const storable = (value: unknown): unknown => (isStorable(value) ? value : cleaned(value))

export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !hasRefused.test(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isStorable)
  if (!isPlain(value)) return true
  for (const key in value) {
    if (hasRefused.test(key) || !isStorable((value as Record<string, unknown>)[key])) return false
  }
  return true
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(refused, '')
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleaned(key), cleaned(item)]))
}
