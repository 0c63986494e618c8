import type { ConnectionStatus } from '@beckon/shared/client/connection'
import type { PendingCommand } from '@beckon/shared/client/outbox-store'
import { create } from 'zustand'

interface LinkState {
  status: ConnectionStatus
  /** Sent but not acknowledged: drawn as "sending". */
  pending: readonly PendingCommand[]
}

const start: LinkState = { status: 'connecting', pending: [] }
export const useLink = create<LinkState>()(() => start)
export const clearLink = () => useLink.setState(start)
