import type { CallState } from '@beckon/shared/model/call-view'
import type { Channel, MediaKind } from '@beckon/shared/model/channel'
import type { ContextItem, DeviceKind, TrailEntry } from '@beckon/shared/model/context'
import type { CloseCause, EntryAuthor, EntryBody, StreamKind } from '@beckon/shared/model/entry'
import type {
  AgentId,
  CallId,
  CustomerId,
  DataSessionId,
  DeviceId,
  DialogueId,
  InteractionId,
  MediaChannelId,
  NodeId,
  OfferId,
  SiteId,
  StreamId,
  TabId,
} from '@beckon/shared/model/ids'
import type { PresenceIntent } from '@beckon/shared/model/presence'
import type { CustomerCard, Role } from '@beckon/shared/model/agent-view'
import type { OwnAs, RoutingExplanation, RoutingReason } from '@beckon/shared/model/routing-explanation'
import type { RoutingSettings, Skills } from '@beckon/shared/model/routing-settings'
import type { ContactPlan } from './rules/plan-contact.ts'

/**
 * The rows of one site, as the database holds them (columns are the same words in snake_case). A node's memory of
 * a site is a cache of these and nothing else. Every `…At` is epoch milliseconds, database time.
 */
export interface CustomerRow {
  id: CustomerId
  externalId: string | null
  name: string
  segment: string | null
  signedContext: Record<string, string>
  dialogueId: DialogueId | null
  /** Who served them last. */
  lastAgentId: AgentId | null
  mergedInto: CustomerId | null
  createdAt: number
}

export interface AgentRow {
  id: AgentId
  userId: string
  name: string
  roles: Role[]
  skills: Skills
  /** Queues they serve, languages they speak, regions they work for; none named: all. */
  queues: string[]
  languages: string[]
  regions: string[]
  /** Slots; a media channel without any is none of theirs. */
  capacity: Partial<Record<MediaKind, number>>
  /** By which pages may ask for them; null: nobody outside knows them. Nobody else of the site has the same. */
  handle: string | null
  /** Since when no tab is live; null while one is. */
  lostAt: number | null
  /** Since when do-not-disturb is on: it covers what is chosen on each channel and changes nothing there. */
  dndSince: number | null
  /** Why they will be unavailable once the work in hand is done; null: nothing is planned. */
  nextReason: string | null
  disabledAt: number | null
}

/** One media channel of one agent: of voice one for each device of theirs, of anything else one. */
export interface PresenceRow {
  id: MediaChannelId
  agentId: AgentId
  channel: MediaKind
  /** Of voice: the device it rings on; null: pages that do not say which they are on, until a device takes it over. */
  deviceId: DeviceId | null
  /** Text of the agent's. */
  nickname: string | null
  intent: PresenceIntent
  reason: string | null
  since: number
  /** What they missed, while they are not responding. */
  missedId: InteractionId | null
  lastAssignedAt: number
  /** Of voice: since when no page of its device is connected; null: one is, or none ever was. */
  leftAt: number | null
  removedAt: number | null
}

export interface TabRow {
  id: TabId
  nodeId: NodeId
  agentId: AgentId | null
  customerId: CustomerId | null
  openedAt: number
  closedAt: number | null
  /** Its device can take a call. */
  soundReady: boolean
  /** It shows offers; one that is still opening does not yet. */
  screenUp: boolean
  /** Of staff; what a customer's page is on travels with the contact. */
  device: DeviceKind | null
  /** Of staff; null: it did not say. */
  deviceId: DeviceId | null
}

export interface DialogueRow {
  id: DialogueId
  customerId: CustomerId
  startedAt: number
}

export interface DataSessionRow {
  id: DataSessionId
  customerId: CustomerId
  items: ContextItem[]
  trail: TrailEntry[]
  locale: string | null
  device: DeviceKind | null
  expiresAt: number
}

/** Had it before, or is one of the customer's own. */
export type PreferredAs = 'same-agent' | OwnAs

export type InteractionStatus = 'queued' | 'offered' | 'assigned' | 'wrap-up' | 'parked' | 'closed'

export interface InteractionRow {
  id: InteractionId
  /** These three are null of a task, at which nobody waits. */
  dialogueId: DialogueId | null
  customerId: CustomerId | null
  dataSessionId: DataSessionId | null
  parentId: InteractionId | null
  reference: string
  channel: Channel
  subject: string
  status: InteractionStatus
  cause: CloseCause | null
  queue: string
  plan: ContactPlan
  /** Fixed, in minutes of waiting. */
  value: number
  enqueuedAt: number
  /** The arrival it ranks as: `enqueuedAt` less its value, and less what a missed agreement adds. */
  rankAt: number
  /** Until when an answer was promised; null: nothing was. */
  agreementAt: number | null
  /** When that was found missed. */
  agreementMissedAt: number | null
  /** How many steps of its queue have widened the search. */
  relaxed: number
  offerId: OfferId | null
  ownerId: AgentId | null
  fence: number
  preferredAgentId: AgentId | null
  /** Why it is that one; null: nobody is preferred. */
  preferredAs: PreferredAs | null
  /** Until then nobody else is asked while the preferred agent is there. */
  preferredUntil: number | null
  /** Who let it pass by (declined, missed, undelivered), and from when on they may be asked again. */
  passedBy: Record<string, number>
  customerLostAt: number | null
  answeredAt: number | null
  /** Of a chat being served: since when its customer is silent, as far as is known; looked up when it matters. */
  silentSince: number | null
  /** How far the silence has gone; from `freed` on it takes no slot. */
  silence: 'short' | 'freed' | 'warned'
  /** When the exchange with the customer ended; the wrap-up follows. */
  endedAt: number | null
  wrapUpUntil: number | null
  closedAt: number | null
  disposition: string | null
  conversationId: StreamId
  deskId: StreamId
  /** Null: a contact of a customer. */
  task: Task | null
  /** When a task that was put off comes back. */
  parkedUntil: number | null
}

/** What is to be done. */
export interface Task {
  text: string
  dueAt: number | null
  /** Who left it: an agent's name, or a program's. */
  by: string
  /** As they were when it was made. */
  customer: (CustomerCard & { id: CustomerId }) | null
}

export type OfferStatus = 'pending' | 'accepted' | 'declined' | 'timed-out' | 'rescinded' | 'cancelled'

export interface OfferRow {
  id: OfferId
  interactionId: InteractionId
  agentId: AgentId
  channel: Channel
  status: OfferStatus
  madeAt: number
  expiresAt: number
  shownAt: number | null
  why: RoutingReason[]
  explained: RoutingExplanation
  reason: string | null
  endedAt: number | null
}

export interface CallRow {
  id: CallId
  interactionId: InteractionId
  streamId: StreamId
  epoch: number
  state: CallState | 'ended'
  agentTabId: TabId | null
  customerTabId: TabId | null
  startedAt: number
  connectedAt: number | null
  endedAt: number | null
}

/** What an administrator decided; one row a site, under the site's id. */
export interface SettingsRow {
  id: SiteId
  routing: RoutingSettings
}

/** How long contacts of a queue took lately, from the answer to the end of the wrap-up. */
export interface PaceRow {
  id: string
  queue: string
  channel: Channel
  samples: number
  handlingMs: number
}

export interface Rows {
  settings: SettingsRow
  paces: PaceRow
  customers: CustomerRow
  agents: AgentRow
  presences: PresenceRow
  tabs: TabRow
  dialogues: DialogueRow
  dataSessions: DataSessionRow
  interactions: InteractionRow
  offers: OfferRow
  calls: CallRow
}
export type Table = keyof Rows

export interface StreamRow {
  id: StreamId
  interactionId: InteractionId
  kind: StreamKind
}

/** An entry as decided; the database gives it its number. */
export interface NewEntry {
  streamId: StreamId
  id: string
  author: EntryAuthor
  /** Null for the system. */
  authorId: string | null
  body: EntryBody
}
