import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import type { CloseCause, Entry } from '@beckon/shared/model/entry'

export interface Closed {
  interaction: CustomerInteraction
  cause: CloseCause
  messages: number
  files: number
  pages: number
  /** Milliseconds talked. */
  talkedMs: number
  /** Who served; empty when nobody did. */
  agent: string
}

/** What one page saw of its interactions, summed up once all are over; undefined when there was none. */
export function whatWasDone(
  seen: Iterable<CustomerInteraction>,
  entries: ReadonlyMap<string, readonly Entry[]>,
): Closed | undefined {
  const [first] = seen
  if (first === undefined) return undefined
  const lines = [...entries.values()].flat().sort((one, other) => one.order - other.order)
  const nothing = { messages: 0, files: 0, pages: 0, talkedMs: 0 }
  const closed: Closed = { interaction: first, cause: 'ended-by-agent', ...nothing, agent: '' }
  for (const { body } of lines) {
    if (body.kind === 'message') closed.messages += 1
    if (body.kind === 'file') closed.files += 1
    if (body.kind === 'page-pushed') closed.pages += 1
    if (body.kind === 'call-ended') closed.talkedMs += body.durationMs
    if (body.kind === 'joined') closed.agent = body.agent
    if (body.kind === 'ended') closed.cause = body.cause
  }
  return closed
}
