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
export interface Pair {
  ours: number
  raw: number
}

export function fromPairs(name: string, unit: string, pairs: readonly Pair[]): Figure {
  return {
    name,
    value: rounded(median(pairs.map(({ ours }) => ours))),
    unit,
    reference: rounded(median(pairs.map(({ raw }) => raw))),
    ratio: rounded(median(pairs.map(({ ours, raw }) => ours / raw))),
  }
}

/** Four digits that mean something. */
export const rounded = (value: number): number => Number(value.toPrecision(4))
