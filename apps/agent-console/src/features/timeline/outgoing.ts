import type { PendingCommand } from '@beckon/shared/client/outbox-store'
import type { Entry } from '@beckon/shared/model/entry'
import { type FailedWriting, isWriting, type Writing } from '../../realtime/failed-store.ts'

export type Outgoing =
  | { kind: 'sending'; key: string; writing: Writing }
  | { kind: 'failed'; key: string; writing: Writing; failed: FailedWriting }

interface OutgoingSources {
  streamIds: readonly string[]
  streams: readonly (readonly Entry[])[]
  pending: readonly PendingCommand[]
  failed: readonly FailedWriting[]
}

/** What the agent wrote into these streams and is not there yet; an entry that arrived before its reply is not shown twice. */
export function outgoing({ streamIds, streams, pending, failed }: OutgoingSources): Outgoing[] {
  const waiting = pending.flatMap((command) =>
    isWriting(command) ? [{ id: command.id, writing: command as Writing }] : [],
  )
  const written = new Set(streams.flatMap((entries) => entries.slice(-50).map((entry) => entry.id)))
  const here = (writing: Writing) => streamIds.includes(writing.payload.streamId)
  return [
    ...failed.filter(here).map((each): Outgoing => ({ kind: 'failed', key: each.id, writing: each, failed: each })),
    ...waiting
      .filter(({ id, writing }) => here(writing) && !written.has(id))
      .map(({ id, writing }): Outgoing => ({ kind: 'sending', key: id, writing })),
  ]
}
