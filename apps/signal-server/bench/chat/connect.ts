import { randomUUID } from 'node:crypto'
import { endpoints } from '@beckon/shared/protocol/events'
import { protocolVersion } from '@beckon/shared/protocol/version'
import type { Arrived, End, OnEntries } from './conversation.ts'
import { WireClient } from './wire-client.ts'

/** A page of one person at our server, told of every view: the first one included, as soon as the page is there. */
export async function connect(
  origin: string,
  kind: End['kind'],
  token: string,
  site: string,
  onEntries: OnEntries,
  onView: (client: WireClient, view: never) => void,
): Promise<WireClient> {
  const { path, namespace } = endpoints[kind === 'agent' ? 'console' : 'customer']
  let opened: WireClient | undefined
  let early: unknown
  const client = await WireClient.open({
    origin,
    path: `${path}/`,
    namespace,
    auth: { protocol: protocolVersion, tabId: randomUUID(), site, token },
    onEvent: (name, data) => {
      if (name === 'stream:appended') onEntries(kind, data as Arrived[])
      else if (name !== 'view:changed') throw new Error(`${kind} was told ${name}`)
      else if (opened) onView(opened, data as never)
      else early = data
    },
  })
  opened = client
  if (early !== undefined) onView(client, early as never)
  return client
}
