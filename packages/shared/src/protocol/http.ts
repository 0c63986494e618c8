import * as z from 'zod/mini'
import type { Role } from '../model/agent-view.ts'
import type { Channel } from '../model/channel.ts'
import type { Entry } from '../model/entry.ts'
import { Key } from './contact.ts'
import type { FilePolicy } from './file.ts'

/** `GET {WIDGET_URL}/widget/status?site=KEY&subject=KEY`, at most 400 bytes, cached 10 s, CORS for the site's origins. */
export interface StatusResponse {
  name: string
  /** `free`: somebody can take it now. `queue`: somebody is signed in but at capacity. `closed`: nobody. */
  channels: Record<Channel, 'free' | 'queue' | 'closed'>
  agentsAvailable: number
  waiting: number
}

/** `POST {WIDGET_URL}/widget/api/hello`: makes or renews the visitor; sets the cookie. */
export const HelloRequest = z.object({
  site: Key,
  /** The token kept by the loader, only where the cookie failed. */
  token: z.optional(z.string().check(z.maxLength(100))),
  /** The cookie did not come back on the second try: answer with a token (anonymous rights only). */
  cookieFailed: z.optional(z.boolean()),
  /** One-time code from `handover`: this window becomes the visitor who asked for it. */
  handover: z.optional(z.string().check(z.maxLength(100))),
})
export interface HelloResponse {
  site: {
    key: string
    name: string
    accent: string | null
    subjects: { key: string; name: string }[]
    files: FilePolicy
  }
  customer: { name: string; identified: boolean }
  /** True when this request carried a valid visitor cookie; a second hello without it means cookies fail here. */
  cookieSeen: boolean
  /** Only when `cookieFailed` was said. */
  token?: string
}

/** `POST {WIDGET_URL}/widget/api/identify`: HS256 JWT signed with the site's secret: `aud` site key, `typ` `beckon-identity`, `sub`, `exp` ≤ 1 h, optional `name`, `segment`, `context` (string map). */
export const IdentifyRequest = z.object({
  site: Key,
  identity: z.string().check(z.maxLength(4_000)),
  token: z.optional(z.string()),
})
export interface IdentifyResponse {
  customer: { name: string; identified: boolean }
}

/**
 * `POST {WIDGET_URL}/widget/api/handover`: a code for another window of the same visitor (the call window has its own
 * cookie jar). Works once, for 60 s; travels by `postMessage` between our own pages, never in a URL.
 */
export const HandoverRequest = z.object({ site: Key, token: z.optional(z.string().check(z.maxLength(100))) })
export interface HandoverResponse {
  code: string
}

/** `POST {WIDGET_URL}/widget/api/logout`: revokes the visitor and clears the cookie; the next hello makes a new one. 204. */
export const LogoutRequest = z.object({ site: Key, token: z.optional(z.string().check(z.maxLength(100))) })

/** One line of a history, newest first. */
export interface HistoryItem {
  interactionId: string
  reference: string
  channel: Channel
  subject: string
  /** Epoch milliseconds. */
  startedAt: number
  endedAt: number | null
  agentName: string | null
  cause: string | null
  /** Staff only. */
  disposition?: string | null
  messages: number
}
export interface HistoryResponse {
  items: HistoryItem[]
  /** Pass as `?cursor=`; null at the end. */
  nextCursor: string | null
}
/** All entries a reader may see of one interaction, in commit order. */
export interface TranscriptResponse {
  item: HistoryItem
  entries: Entry[]
}

/** `GET {PUBLIC_URL}/api/v1/me`: who is signed in and what their site offers; 401 problem+json otherwise. */
export interface MeResponse {
  agent: { id: string; name: string; email: string; roles: Role[] }
  site: { id: string; key: string; name: string }
  subjects: { key: string; name: string }[]
  dispositions: { key: string; name: string }[]
  declineReasons: { key: string; name: string }[]
  cannedReplies: { key: string; text: string }[]
  /** Stored pages that may be pushed. */
  pages: { title: string; url: string }[]
  files: FilePolicy
}

/** RFC 9457 problem details, the body of every HTTP error. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  requestId: string
}
