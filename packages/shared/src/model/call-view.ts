import type { CallId, StreamId, TabId } from './ids.ts'

/**
 * `invited`: the agent asked, the customer has not answered. `joining`: waiting for a tab of each side.
 * `connecting`: both tabs are there, peers are made. `talking`: sound flows.
 */
export type CallState = 'invited' | 'joining' | 'connecting' | 'talking'

/** A server the browser may use to find a path; shaped as `RTCIceServer`. */
export interface IceServer {
  urls: string[]
  username?: string
  credential?: string
}

/** What a peer of a call needs to find a path, with credentials that live as long as a call may. */
export interface CallServers {
  iceServers: IceServer[]
  /** Media only through TURN: addresses of the two stay hidden from each other. */
  relayOnly: boolean
}

/** A live call as both ends see it; an ended call is absent. */
export interface CallView {
  id: CallId
  /** Raised whenever new peers must be made; signals of a lower epoch are ignored. */
  epoch: number
  state: CallState
  /** Carries the signals, as entries. */
  streamId: StreamId
  /** The tab that holds the sound on each side; null while there is none. The customer's side makes the WebRTC offer. */
  agentTabId: TabId | null
  customerTabId: TabId | null
  /** Epoch milliseconds; null until both have heard each other once. */
  connectedAt: number | null
  /** Put in as the view leaves for a page: no row and no log holds a credential. */
  servers?: CallServers
}
