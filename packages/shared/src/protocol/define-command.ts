import type * as z from 'zod/mini'

/**
 * `site`: changes routing state through the site runner. `log`: appends to one stream.
 * `read`: a plain query, changes nothing. `hint`: told to who is there and forgotten; nobody waits for its reply.
 */
export type CommandKind = 'site' | 'log' | 'read' | 'hint'

export interface CommandSpec<
  P extends z.ZodMiniType = z.ZodMiniType,
  V = unknown,
  K extends CommandKind = CommandKind,
> {
  kind: K
  payload: P
  /** Carries the type of the reply's value; never present at run time. */
  value?: V
}

/** `defineCommand<Value>()('site', schema)`: one row of the table of commands. */
export const defineCommand =
  <V>() =>
  <P extends z.ZodMiniType, K extends CommandKind>(kind: K, payload: P): CommandSpec<P, V, K> => ({ kind, payload })
