import { CommandId } from '@beckon/shared/model/ids'
import { limits } from '@beckon/shared/protocol/version'
import * as z from 'zod/mini'

/** The envelope of every command. */
export const Frame = z.object({ id: CommandId, payload: z.unknown() })

/** Whether a value nests no deeper than `most`; never looks deeper than that, so that no depth can exhaust the stack. */
export function isShallow(value: unknown, most: number = limits.depth): boolean {
  if (typeof value !== 'object' || value === null) return true
  for (const item of Object.values(value)) {
    if (most === 0 || !isShallow(item, most - 1)) return false
  }
  return true
}
