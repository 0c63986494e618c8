import { randomUUID } from 'node:crypto'
import type { Arrived, End, OnEntries } from './conversation.ts'
import { inTurns } from './in-turns.ts'
import { WireClient } from './wire-client.ts'

/** The same sockets in the same conversations, at the relay. */
export async function openRaw(
  origin: string,
  conversations: number,
  chatsEach: number,
  onEntries: OnEntries,
): Promise<End[]> {
  const streams = Array.from({ length: conversations }, () => randomUUID())
  const shares = Array.from({ length: Math.ceil(conversations / chatsEach) }, (_, i) =>
    streams.slice(i * chatsEach, (i + 1) * chatsEach),
  )
  const open = async (kind: End['kind'], share: readonly string[]): Promise<End[]> => {
    const client = await WireClient.open({
      origin,
      path: '/relay/',
      namespace: '/',
      auth: { kind, streams: share },
      onEvent: (_name, data) => onEntries(kind, data as Arrived[]),
    })
    return share.map((streamId) => ({ client, kind, streamId }))
  }
  const agents = await inTurns(shares, (share) => open('agent', share))
  const customers = await inTurns(streams, (streamId) => open('customer', [streamId]))
  return [...agents.flat(), ...customers.flat()]
}
