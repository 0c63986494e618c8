import type { ConnectionStatus, PendingCommand } from '@beckon/shared/client/connection'
import type { CustomerInteraction, CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { InteractionId, StreamId } from '@beckon/shared/model/ids'
import { createStore } from '../components/create-store.ts'

interface LiveStore {
  status: ConnectionStatus
  view: CustomerView | undefined
  /** Who of the agents is writing. */
  typing: string | undefined
  /** Log commands on their way. */
  pending: readonly PendingCommand[]
  /** Entries of each followed conversation, gap-free. */
  entries: ReadonlyMap<StreamId, readonly Entry[]>
  /** The last sight of each interaction of this page: an ended one is absent from the view. */
  seen: ReadonlyMap<InteractionId, CustomerInteraction>
}

export const nothingLive: LiveStore = {
  status: 'connecting',
  view: undefined,
  typing: undefined,
  pending: [],
  entries: new Map(),
  seen: new Map(),
}

/** What the server told, as it came. */
export const useLive = createStore<LiveStore>(() => nothingLive)

/** Starts a new thread: what is over leaves the screen. */
export const forgetEnded = (): void =>
  useLive.setState(({ view, seen, entries }) => {
    const open = view?.interactions ?? []
    return {
      seen: new Map([...seen].filter(([id]) => open.some((one) => one.id === id))),
      entries: new Map([...entries].filter(([stream]) => open.some((one) => one.conversation === stream))),
    }
  })
