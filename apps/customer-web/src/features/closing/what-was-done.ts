import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import type { CloseCause, Entry } from '@beckon/shared/model/entry'

export interface Closed {
  interaction: CustomerInteraction
  cause: CloseCause
  messages: number
  pages: number
  /** Milliseconds talked. */
  talkedMs: number
  /** Who served; empty when nobody did. */
  agent: string
}

/** What one page saw of its interactions, summed up once all are over; undefined while one is open or none was. */
export function whatWasDone(
  seen: Iterable<CustomerInteraction>,
  openIds: ReadonlySet<string>,
  entries: ReadonlyMap<string, readonly Entry[]>,
): Closed | undefined {
  const all = [...seen]
  const first = all[0]
  if (first === undefined || all.some(({ id }) => openIds.has(id))) return undefined
  const lines = [...entries.values()].flat().sort((one, other) => one.order - other.order)
  const closed: Closed = { interaction: first, cause: 'ended-by-agent', messages: 0, pages: 0, talkedMs: 0, agent: '' }
  let ended = false
  for (const { body } of lines) {
    if (body.kind === 'message') closed.messages += 1
    if (body.kind === 'page-pushed') closed.pages += 1
    if (body.kind === 'call-ended') closed.talkedMs += body.durationMs
    if (body.kind === 'joined') closed.agent = body.agent
    if (body.kind === 'ended') closed.cause = body.cause
    ended ||= body.kind === 'ended'
  }
  return ended ? closed : undefined
}
