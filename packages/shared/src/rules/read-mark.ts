import type { Entry } from '../model/entry.ts'
import type { Side } from '../protocol/chat.ts'

/**
 * How far one side has read a conversation: the highest number any of its marks names; 0 before the first. A mark cannot
 * reach what came after it, whatever it claims.
 */
export function readMark(entries: readonly Entry[], side: Side): number {
  let mark = 0
  for (const { author, body, seq } of entries) {
    if (author.kind !== side) continue
    if (body.kind === 'read') mark = Math.max(mark, Math.min(body.upTo, seq - 1))
  }
  return mark
}

/** What a person of this side would like to know of, and has not had before their eyes: beyond the mark and `after`. */
export function unreadBy(entries: readonly Entry[], side: Side, after = 0): Entry[] {
  const mark = Math.max(after, readMark(entries, side))
  return entries.filter(
    ({ seq, author, body }) =>
      seq > mark && author.kind !== 'system' && author.kind !== side && /^(message|file|page-pushed)$/.test(body.kind),
  )
}
