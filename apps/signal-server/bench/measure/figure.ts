import { median } from './median.ts'

/** One line of the report. `ratio` is ours ÷ reference: the median of the pairs, not the quotient of the medians. */
export interface Figure {
  name: string
  value: number
  unit: string
  reference?: number
  ratio?: number
}

/** Ours and the raw part, measured one right after the other. */
export interface Pair<T> {
  ours: T
  raw: T
}

export function fromPairs<T>(name: string, unit: string, pairs: readonly Pair<T>[], of: (run: T) => number): Figure {
  const ours = pairs.map((pair) => of(pair.ours))
  const raw = pairs.map((pair) => of(pair.raw))
  const ratios = pairs.map((pair) => of(pair.ours) / of(pair.raw))
  return {
    name,
    value: rounded(median(ours)),
    unit,
    reference: rounded(median(raw)),
    ratio: rounded(median(ratios)),
  }
}

/** Four digits: more would be noise. */
export const rounded = (value: number): number => Number(value.toPrecision(4))
