import { randomUUID } from 'node:crypto'
import { endpoints } from '@beckon/shared/protocol/events'
import { protocolVersion } from '@beckon/shared/protocol/version'
import { inTurns } from '../chat/in-turns.ts'
import { WireClient } from '../chat/wire-client.ts'
import { childArguments, tell } from '../measure/in-child.ts'

/** Pages that connect, in the numbers they are asked for, and then do nothing. */
export interface IdleArguments {
  origin: string
  target: 'ours' | 'raw'
  site: string
  /** Who connects, the first asked for first. */
  customers: string[]
}

const { origin, target, site, customers } = childArguments<IdleArguments>()
const open = (token: string): Promise<WireClient> =>
  WireClient.open({
    origin,
    path: target === 'ours' ? `${endpoints.customer.path}/` : '/relay/',
    namespace: target === 'ours' ? endpoints.customer.namespace : '/',
    auth: target === 'ours' ? { protocol: protocolVersion, tabId: randomUUID(), site, token } : { streams: [] },
    onEvent: () => {},
  })

let connected = 0
process.on('message', ({ connections }: { connections: number }) => {
  const next = customers.slice(connected, connected + connections)
  connected += connections
  void inTurns(next, open).then(() => tell({ connected }))
})
tell({})
