/** A half of a surrogate pair, as left by a text that was cut to a length within an emoji. */
const half = /\p{Surrogate}/gu

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value))

/**
 * A value from outside, its texts and keys without what PostgreSQL refuses to keep: U+0000, and halves of pairs. Of a
 * refusal by the database nobody could tell the sender what to do. Not for values of any depth.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(half, '').replaceAll('\0', '')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), storable(item)]))
}
