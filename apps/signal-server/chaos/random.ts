/** A seeded source of choices: the same seed plans the same storm. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** Whole, at least `from`, below `to`. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T | undefined
  /** An independent source, so that one actor's choices do not depend on another's pace. */
  fork(): Random
}

/** mulberry32: 32 bits of state, enough for plans. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (from) => from[between(0, from.length)],
    fork: () => random(between(0, 2 ** 32)),
  }
}
