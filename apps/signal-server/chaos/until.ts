import { setTimeout as pause } from 'node:timers/promises'

type Missing = () => Promise<string[]> | string[]

/** Asks again until nothing is missing, or gives back what still is when the time is up. */
export async function until(missing: Missing, withinMs: number, everyMs = 250): Promise<string[]> {
  for (const deadline = performance.now() + withinMs; ; await pause(everyMs)) {
    const left = await missing()
    if (left.length === 0 || performance.now() > deadline) return left
  }
}

/** The same, and says once what is missing when it takes long. */
export async function untilSoon(
  missing: Missing,
  withinMs: number,
  soonMs: number,
  late: (left: string[]) => void,
): Promise<string[]> {
  const left = await until(missing, soonMs)
  if (left.length === 0) return left
  late(left)
  return until(missing, withinMs - soonMs)
}
