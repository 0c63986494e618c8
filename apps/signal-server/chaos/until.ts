import { setTimeout as pause } from 'node:timers/promises'

/** Asks again until nothing is missing, or gives back what still is when the time is up. */
export async function until(
  missing: () => Promise<string[]> | string[],
  withinMs: number,
  everyMs = 250,
): Promise<string[]> {
  for (const deadline = performance.now() + withinMs; ; await pause(everyMs)) {
    const left = await missing()
    if (left.length === 0 || performance.now() > deadline) return left
  }
}
