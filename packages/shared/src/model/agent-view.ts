import type { RoutingExplanation, RoutingReason } from './routing-explanation.ts'
import type { CallView } from './call-view.ts'
import type { Channel, ContactChannel, MediaKind } from './channel.ts'
import type { DeviceKind, TrailEntry, TrustedContextItem } from './context.ts'
import type {
  AgentId,
  DeviceId,
  DialogueId,
  InteractionId,
  MediaChannelId,
  OfferId,
  SiteId,
  StreamId,
  TabId,
} from './ids.ts'
import type { ChannelPresence, OverallPresence, PresenceIntent } from './presence.ts'

export type Role = 'agent' | 'expert' | 'supervisor' | 'admin'

/** A customer as a serving agent may see them. */
export interface CustomerCard {
  /** Empty for a visitor who gave none. */
  name: string
  /** True only when the site's signature vouched for them. */
  identified: boolean
  segment: string | null
}

/** What travels with a contact, as shown to the agent. */
export interface ContactContext {
  items: TrustedContextItem[]
  trail: TrailEntry[]
  locale: string | null
  device: DeviceKind | null
}

export interface OfferView {
  id: OfferId
  interactionId: InteractionId
  channel: Channel
  /** Epoch milliseconds, server time; the timer runs from `madeAt` to `expiresAt`. */
  madeAt: number
  expiresAt: number
  /** Since when the customer waits. */
  enqueuedAt: number
  subject: string
  queue: string
  /** What the contact is worth, in minutes of waiting; fixed. */
  value: number
  /** When the view was made, in minutes: waited, worth, and what a missed agreement adds. */
  priority: number
  /** Until when an answer was promised; null: nothing was. */
  agreementAt: number | null
  customer: CustomerCard
  context: ContactContext
  /** What else of this customer is open. */
  alongside: AlongsideView[]
  why: RoutingReason[]
  /** The nearest others and what they lacked; the rest counted. */
  explained: RoutingExplanation
  /** Other channels on which this agent could answer it now. */
  answerOn: ContactChannel[]
  /** Null: a customer waits. */
  task: TaskView | null
}

/** Work that somebody left to be done. */
export interface TaskView {
  /** What is to be done; text, never markup. */
  text: string
  /** Epoch milliseconds; null: whenever there is time. */
  dueAt: number | null
  /** Who made it: an agent's name, or a program's. */
  by: string
}

/** One open page of the agent. */
export interface PageView {
  id: TabId
  device: DeviceKind
  /** Null: it did not say. */
  deviceId: DeviceId | null
  /** Epoch milliseconds. */
  openedAt: number
  /** It can take a call. */
  soundReady: boolean
}

/** A contact in a visible queue: enough to choose by, and nothing of who it is. */
export interface WaitingView {
  id: InteractionId
  channel: Channel
  subject: string
  queue: string
  /** Epoch milliseconds. */
  enqueuedAt: number
  /** In minutes of waiting; fixed. */
  value: number
  /** Until when an answer was promised; null: nothing was. */
  agreementAt: number | null
  /** The beginning of what is to be done; null: a customer waits. */
  task: string | null
}

/** What waits where agents pick for themselves, of this agent's queues. */
export interface VisibleQueue {
  /** In the order of service, at most 10. */
  contacts: WaitingView[]
  /** How many more there are. */
  more: number
}

/** Tasks of an agent's queues that nobody has. */
export interface Workbin extends VisibleQueue {
  /** Put off by this agent, the first to come back in front. */
  parked: ParkedView[]
}

export interface ParkedView {
  id: InteractionId
  subject: string
  task: string
  /** When it comes back, epoch milliseconds. */
  until: number
}

/** An open queue without anybody who could take a contact of it. */
export interface QueueAlert {
  queue: string
  name: string
  channel: ContactChannel
  /** `nobody-serves`: of the whole site, at work or not. */
  kind: 'nobody-at-work' | 'nobody-serves'
  /** How many wait for nobody. */
  waiting: number
  /** Since when the first of them does, epoch milliseconds. */
  since: number | null
}

/** Another open contact of the same customer, with somebody else or waiting. */
export interface AlongsideView {
  id: InteractionId
  channel: Channel
  subject: string
  /** Who has it; null while it waits. */
  agentName: string | null
}

/** An interaction this agent owns. */
export interface WorkView {
  id: InteractionId
  /** What belongs together on the desk; of a task its own id. */
  dialogueId: DialogueId
  /** The interaction this one grew out of (chat turned into a call, task left by one). */
  parentId: InteractionId | null
  channel: Channel
  status: 'assigned' | 'wrap-up'
  /** Raised at every change of owner; commands that end or hand over carry it. */
  fence: number
  /** `BS-` and 8 characters, spoken to the customer. */
  reference: string
  subject: string
  customer: CustomerCard
  context: ContactContext
  enqueuedAt: number
  answeredAt: number
  /** When the wrap-up ends by itself, and how far it can be extended; null while assigned. */
  wrapUpUntil: number | null
  wrapUpLatest: number | null
  /** The customer has said nothing for long: it takes no slot, and once `warned` it is about to end. */
  silence: 'short' | 'freed' | 'warned'
  /** `away`: no page of the customer is connected. */
  customerPresence: 'here' | 'away'
  conversation: StreamId
  desk: StreamId
  call: CallView | null
  alongside: AlongsideView[]
  /** Null: a customer is, or was, there. */
  task: TaskView | null
}

/** What became of the offer that made a media channel not-responding; `gone`: the customer left. */
export type MissedOffer =
  | { outcome: 'passed-on'; subject: string; to: string }
  | { outcome: 'waiting'; subject: string }
  | { outcome: 'gone' }

export interface MediaChannelView {
  id: MediaChannelId
  channel: MediaKind
  /** The device it is the voice of; null: none in particular. */
  deviceId: DeviceId | null
  /** What the agent calls that device. */
  nickname: string | null
  intent: PresenceIntent
  presence: ChannelPresence
  /** Key of the site's reason, e.g. `lunch`; null when none. */
  reason: string | null
  /** Slots taken and slots there are. */
  used: number
  capacity: number
  /** Since when the intent holds. */
  since: number
  /** False: no live page has a device for this channel, and nothing comes. */
  deviceReady: boolean
  /** Null unless the intent is not-responding. */
  missed: MissedOffer | null
}

/** Everything one agent needs to see of the live site; small, sent whole. */
export interface AgentView {
  /** The site's version it was made from; an older view is dropped. */
  version: number
  /** Server time when it was made, epoch milliseconds: gives the client its offset. */
  now: number
  /** `madeAt`: another is another life. `configuredAt`: when administrators last set something; a later one is news. */
  site: { id: SiteId; key: string; name: string; madeAt: number; configuredAt: number }
  agent: { id: AgentId; name: string; roles: Role[] }
  overall: OverallPresence
  /** Since when do-not-disturb is on; null while it is off. */
  dndSince: number | null
  /** Why they will be unavailable once the work in hand is done; nothing new comes until then. */
  nextReason: string | null
  channels: MediaChannelView[]
  /** Where the agent is connected, oldest first. */
  pages: PageView[]
  offers: OfferView[]
  /** Null: they serve no queue that is picked from. */
  visible: VisibleQueue | null
  /** Tasks to take one from, and those this agent put off; null: tasks are not for them. */
  workbin: Workbin | null
  /** For supervisors: what asks for somebody now. */
  alerts: QueueAlert[]
  work: WorkView[]
}
