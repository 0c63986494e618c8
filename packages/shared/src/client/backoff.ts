/**
 * How long to wait before try `attempt` (0 is the first repetition): at least `minMs`, spread at random up to a
 * ceiling that doubles with each try until `maxMs`, so that a crowd cut off together does not come back together.
 */
export function backoffMs(attempt: number, minMs: number, maxMs: number, random: () => number = Math.random): number {
  const ceiling = Math.min(maxMs, minMs * 2 ** (attempt + 1))
  return minMs + random() * (ceiling - minMs)
}
