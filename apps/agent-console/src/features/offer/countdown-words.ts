/** Seconds left at which the timer is said aloud once more. */
const spoken = [10, 5] as const

export type Spoken = 'start' | 10 | 5

/** What is to be said now: the start first, then each mark once, the nearest one when several were slept through. */
export function dueWord(seconds: number, said: ReadonlySet<Spoken>): Spoken | undefined {
  if (!said.has('start')) return 'start'
  const due = spoken.filter((mark) => seconds <= mark && seconds > 0)
  const nearest = due.at(-1)
  return nearest === undefined || said.has(nearest) ? undefined : nearest
}
