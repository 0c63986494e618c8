import type { AgentView } from '../model/agent-view.ts'
import type { CustomerView } from '../model/customer-view.ts'
import type { DeviceKind } from '../model/context.ts'
import type { Entry } from '../model/entry.ts'
import type { DeviceId } from '../model/ids.ts'
import type { Typing } from './chat.ts'
import type { ErrorCode } from './reply.ts'

/** What the server tells. All are hints over committed rows: a lost one is made good by the next, or by `stream:sync`. */
export interface ServerToClient {
  /** The whole view; drop it when `version` is lower than the one held. */
  'view:changed': (view: AgentView | CustomerView) => void
  /** Entries committed together, of one stream or several, each stream's in `seq` order. */
  'stream:appended': (entries: Entry[]) => void
  /** The other side of a conversation is writing. Never stored; a lost one is lost. */
  'typing:started': (typing: Typing) => void
  /** The node goes away; connect again at once, another may answer. */
  'server:restarting': () => void
  /** The right to be here ended (signed out, disabled, token revoked); do not connect again by yourself. */
  'session:ended': (reason: ErrorCode) => void
}
export const eventNames = [
  'view:changed',
  'stream:appended',
  'typing:started',
  'server:restarting',
  'session:ended',
] as const

/** Sent as Socket.IO `auth` when connecting; who it is comes from the cookie (or `token`, where cookies fail). */
export interface Handshake {
  protocol: number
  tabId: string
  /** Site key. Required on /customer; on /console the site to work for, when a person belongs to several. */
  site?: string
  /** The visitor token kept by the loader, only where the cookie is not sent. */
  token?: string
  /** Whether this page's device can take a call; a page that does not say is taken at its word. /console only. */
  soundReady?: boolean
  /** Whether its screen is up and can show offers; a page that does not say is taken at its word. /console only. */
  screenUp?: boolean
  /** What the page is on; a page that does not say is on a desktop. /console only. */
  device?: DeviceKind
  /** Which browser profile of the agent's it is; pages that do not say are all on one. /console only. */
  deviceId?: DeviceId
  /** What to call that device until the agent says otherwise; counts when it is new. /console only. */
  nickname?: string
}

/** Socket.IO paths and namespaces: two servers on one HTTP server, each with its own heartbeat. */
export const endpoints = {
  customer: { path: '/widget/io', namespace: '/customer' },
  console: { path: '/console/io', namespace: '/console' },
} as const
