import * as z from 'zod/mini'
import { HttpProblem } from './http-problem.ts'

/** Where a page of a list ended: the last item's instant (or other number) and id, so that what is added moves nothing. */
export interface Place {
  at: number
  id: string
}
const Pair = z.tuple([z.int(), z.uuid()])

/** Opaque: nothing of ours stands behind its form. */
export const makeCursor = ({ at, id }: Place): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')

export function readCursor(text: string | undefined): Place | null {
  if (text === undefined) return null
  const pair = Pair.safeParse(parsed(Buffer.from(text, 'base64url').toString()))
  if (!pair.success) throw new HttpProblem('invalid', 'cursor')
  const [at, id] = pair.data
  return { at, id }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** One page of what was read with one item too many. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (item: T) => Place,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? makeCursor(placeOf(last)) : null }
}
