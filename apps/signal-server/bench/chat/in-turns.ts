/** Does it for all, at most `most` at a time, and keeps their order. */
export async function inTurns<T, R>(items: readonly T[], act: (item: T) => Promise<R>, most = 50): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += most) {
    results.push(...(await Promise.all(items.slice(from, from + most).map(act))))
  }
  return results
}
