import type { InteractionId } from '@beckon/shared/model/ids'
import type { Entry } from '@beckon/shared/model/entry'

/** True once a contact of this page has come to its end and none is open any more. */
export function isOver(
  seenIds: Iterable<InteractionId>,
  openIds: ReadonlySet<InteractionId>,
  entries: ReadonlyMap<string, readonly Entry[]>,
): boolean {
  const ids = [...seenIds]
  if (ids.length === 0 || ids.some((id) => openIds.has(id))) return false
  return [...entries.values()].flat().some(({ body }) => body.kind === 'ended')
}
