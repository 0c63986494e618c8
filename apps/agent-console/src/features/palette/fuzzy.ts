/**
 * How well `query` fits: its letters stand in `text` in this order. Lower is better, undefined is no fit; letters that
 * begin words and follow each other cost least.
 */
export function fuzzyCost(query: string, text: string): number | undefined {
  const wanted = query.toLocaleLowerCase().replaceAll(/\s+/g, '')
  const given = text.toLocaleLowerCase()
  let cost = 0
  let at = -1
  for (const letter of wanted) {
    const next = given.indexOf(letter, at + 1)
    if (next === -1) return undefined
    const beginsWord = next === 0 || /[\s·:/]/.test(given[next - 1] ?? '')
    cost += next === at + 1 ? 0 : beginsWord ? 1 : next - at
    at = next
  }
  return cost
}

/** The fitting ones, best first; all of them, as they come, for no query. */
export function fuzzySearch<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, cost: fuzzyCost(query, textOf(item)) }))
    .filter((each): each is { item: T; cost: number } => each.cost !== undefined)
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ item }) => item)
}
