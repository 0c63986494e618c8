import * as z from 'zod/mini'

/** A name that people read. */
export const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))

const MOST = 100

/** `?cursor=…&limit=…`: one page of a list. */
export const PageQuery = z.object({
  /** From `nextCursor` of the page before; nothing to look into. */
  cursor: z.optional(z.string().check(z.maxLength(120))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST)), 20),
})
export type PageQuery = z.infer<typeof PageQuery>

/** What every list answers: `nextCursor` is null at the end. */
export const listOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) })
