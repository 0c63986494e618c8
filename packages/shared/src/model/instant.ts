import * as z from 'zod/mini'

/** Epoch milliseconds, none that a date cannot show (ECMA-262: 8.64e15 is the last): whoever reads it draws it. */
export const Instant = z.int().check(z.nonnegative(), z.maximum(8_640_000_000_000_000))
