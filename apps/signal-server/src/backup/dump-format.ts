import * as z from 'zod/mini'

/**
 * A backup is a gzip file of lines: a header, then for each table a line that names it and its columns, its rows as
 * PostgreSQL's COPY writes them (text format, one row a line), and `\.`; at last a line that says it is whole.
 */
export const FORMAT = 1

export const Header = z.object({
  beckonBackup: z.literal(FORMAT),
  /** Names of the migrations that had run, in order: the version of the schema. */
  migrations: z.array(z.string()),
  /** ISO 8601, for people. */
  madeAt: z.string(),
})
export type Header = z.infer<typeof Header>

export const TableStart = z.object({ table: z.string(), columns: z.array(z.string()) })
export type TableStart = z.infer<typeof TableStart>

/** How the numbering of an identity column goes on. */
export const SequenceState = z.object({ sequence: z.string(), last: z.string(), called: z.boolean() })
export type SequenceState = z.infer<typeof SequenceState>

export const End = z.object({ whole: z.literal(true), sequences: z.array(SequenceState) })
export type End = z.infer<typeof End>

/** Cannot be a row: COPY writes a lone backslash as two. */
export const ROWS_END = String.raw`\.`
