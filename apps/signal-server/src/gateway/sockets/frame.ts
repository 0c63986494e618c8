import { CommandId } from '@beckon/shared/model/ids'
import { limits } from '@beckon/shared/protocol/version'
import * as z from 'zod/mini'

/** The envelope of every command. */
export const Frame = z.object({ id: CommandId, payload: z.unknown() })

/** Whether a value nests no deeper than `most`; looks level by level, so that no depth can exhaust the stack. */
export function isShallow(value: unknown, most: number = limits.depth): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return false
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item === 'object' && item !== null) next.push(...Object.values(item))
    }
    level = next
  }
  return true
}
