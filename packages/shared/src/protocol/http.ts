import * as z from 'zod/mini'
import type { Role } from '../model/agent-view.ts'
import { Channel, type ContactChannel } from '../model/channel.ts'
import type { Entry } from '../model/entry.ts'
import type { ContactPage } from '../model/contact-page.ts'
import { InteractionId } from '../model/ids.ts'
import type { SettingsFinding } from '../model/settings-finding.ts'
import type { Theme } from '../rules/theme.ts'
import { Key } from './contact.ts'
import { PageQuery } from './rest/page.ts'
import type { FilePolicy } from './file.ts'

/** `free`: somebody can take it now. `queue`: somebody is signed in but at capacity. `closed`: nobody. */
export type Availability = 'free' | 'queue' | 'closed'

/**
 * `GET {WIDGET_URL}/widget/status?site=KEY&subject=KEY&whisper=WORDS&region=WORDS&agent=HANDLE&location=DEGREES&lang=TAG`, at most 400 bytes, cached 10 s,
 * CORS for the site's origins, which learn what a stranger would; the widget's own page is answered for its visitor.
 */
export interface StatusResponse {
  /** What the asker is offered now; a channel whose request would be refused, or that nobody serves, is absent. */
  channels: Partial<Record<ContactChannel, Availability>>
  /** When nothing is offered because it is closed: until when, epoch milliseconds. */
  opensAt?: number
  /** Of an agent of this customer's own, in the language asked for, where the site tells. */
  agent?: string
  agentsAvailable: number
  waiting: number
  /** What the page's buttons say, in the language asked for: the floating one's name, and whether somebody is there. */
  title: string
  word: string
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
/** What the widget shows of a site; its page carries it. */
export interface SiteFace {
  key: string
  name: string
  theme: Theme
  subjects: { key: string; name: string }[]
  pages: ContactPage[]
  files: FilePolicy
}
export interface HelloResponse {
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

/** `POST {WIDGET_URL}/widget/api/survey`: the customer's answer on an interaction of theirs that has ended. 204; the first answer stands. */
export const SurveyRequest = z.object({
  site: Key,
  interactionId: InteractionId,
  /** 1 (bad) to 5 (good). */
  score: z.int().check(z.minimum(1), z.maximum(5)),
  text: z._default(z.string().check(z.trim(), z.maxLength(1_000)), ''),
  token: z.optional(z.string().check(z.maxLength(100))),
})

/** One line of a history, newest first. */
export interface HistoryItem {
  interactionId: string
  reference: string
  channel: Channel
  subject: string
  /** Epoch milliseconds. */
  startedAt: number
  endedAt: number | null
  /** From answer to end; null while it goes on, or when nobody answered. */
  lengthMs: number | null
  agentName: string | null
  cause: string | null
  /** Staff only. */
  disposition?: string | null
  /** Files among them. */
  messages: number
  /** What the customer thought of it; null without an answer. */
  survey: { score: number; text: string } | null
}
export interface HistoryResponse {
  items: HistoryItem[]
  /** Pass as `?cursor=`; null at the end. */
  nextCursor: string | null
  /** With the first page: what this whole past can be narrowed to. */
  filters?: HistoryFilters
}
export interface HistoryFilters {
  /** A subject that is no longer offered keeps its name. */
  subjects: { key: string; name: string }[]
  agents: string[]
  channels: Channel[]
}
/** `?q=…&subject=…&agent=…&channel=…`: those that hold for all given. */
export const HistoryQuery = z.extend(PageQuery, {
  /** Words, or beginnings of words, of what was said; or a reference. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  subject: z.optional(Key),
  /** By name: customers know no ids of agents. */
  agent: z.optional(z.string().check(z.maxLength(100))),
  channel: z.optional(Channel),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>
/** All entries a reader may see of one interaction, in commit order. */
export interface TranscriptResponse {
  item: HistoryItem
  entries: Entry[]
}
/** `GET …/interactions/ID/earlier`: what the customer had with the site before and has ended, newest first, whole. */
export interface EarlierResponse {
  parts: TranscriptResponse[]
  /** Pass as `?cursor=`; null at the end. */
  nextCursor: string | null
}

/** `GET {PUBLIC_URL}/api/v1/me`: who is signed in and what their site offers; 401 problem+json otherwise. */
export interface MeResponse {
  agent: { id: string; name: string; email: string; roles: Role[] }
  site: { id: string; key: string; name: string }
  subjects: { key: string; name: string }[]
  dispositions: { key: string; name: string }[]
  declineReasons: { key: string; name: string }[]
  /** Why an agent may be unavailable. */
  presenceReasons: { key: string; name: string }[]
  cannedReplies: { key: string; text: string }[]
  /** Stored pages that may be pushed. */
  pages: { title: string; url: string }[]
  /** Any page of these origins may be pushed, too. */
  pageOrigins: string[]
  files: FilePolicy
}

/** RFC 9457 problem details, the body of every HTTP error. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  /** With settings that make no sense: all of what is wrong, and where. */
  problems?: SettingsFinding[]
  requestId: string
}
