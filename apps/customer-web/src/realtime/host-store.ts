import { createStore } from '../components/create-store.ts'
import type { FrameMessage, HostState, KeptKey } from '../loader/messages.ts'

export interface HostLink {
  /** Origin of the host page, as the browser says. */
  origin: string
  tell(message: FrameMessage): void
}

interface HostStore {
  state: HostState
  link: HostLink
}

export const noHost: HostStore = {
  state: { beckon: 1, site: '', subject: '', items: [], trail: [], locale: '', open: true, kept: {} },
  link: { origin: '', tell: () => undefined },
}

/** What the host page said last, and the way back to it. */
export const useHost = createStore<HostStore>(() => noHost)

/** The frame has no storage of its own: the loader keeps this for us; null forgets. */
export const keepInHost = (key: KeptKey, value: string | null): void =>
  useHost.getState().link.tell({ type: 'keep', key, value })

export const closePanel = (): void => useHost.getState().link.tell({ type: 'close' })
