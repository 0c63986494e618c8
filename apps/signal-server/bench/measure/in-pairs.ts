import type { Pair } from './figure.ts'

/** Ours and raw one right after the other, each first as often as the other: what slows the machine slows both. */
export async function inPairs<T>(count: number, ours: () => Promise<T>, raw: () => Promise<T>): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = []
  for (let i = 0; i < count; i++) {
    if (i % 2 === 0) {
      const first = await ours()
      pairs.push({ ours: first, raw: await raw() })
    } else {
      const first = await raw()
      pairs.push({ ours: await ours(), raw: first })
    }
    console.warn(`pair ${i + 1} of ${count}: ${JSON.stringify(pairs.at(-1))}`)
  }
  return pairs
}
