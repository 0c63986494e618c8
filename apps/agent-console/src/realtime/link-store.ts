import type { ConnectionStatus } from '@beckon/shared/client/connection'
import type { PendingCommand } from '@beckon/shared/client/outbox-store'
import { create } from 'zustand'

interface LinkState {
  status: ConnectionStatus
  /** The server said that it goes down for a moment. */
  restarting: boolean
  /** Sent but not acknowledged: drawn as "sending". */
  pending: readonly PendingCommand[]
}

const start: LinkState = { status: 'connecting', restarting: false, pending: [] }
export const useLink = create<LinkState>()(() => start)
export const clearLink = () => useLink.setState(start)
