import type { AgentView, MediaChannelView, OfferView, WaitingView, WorkView } from '@beckon/shared/model/agent-view'
import type { Entry, EntryAuthor, EntryBody } from '@beckon/shared/model/entry'
import { mediaKinds } from '@beckon/shared/model/channel'
import {
  AgentId,
  DeviceId,
  DialogueId,
  InteractionId,
  MediaChannelId,
  OfferId,
  SiteId,
  StreamId,
} from '@beckon/shared/model/ids'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { thisDevice } from '../realtime/this-device.ts'

/** A fixed day, so that nothing depends on when a test runs; epoch milliseconds. */
export const start = Date.UTC(2026, 10, 21, 10, 0, 0)

/** A readable UUID: the same number gives the same id. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const me: MeResponse = {
  agent: { id: uuid(1), name: 'Ana', email: 'ana@bluesky.example', roles: ['agent'] },
  site: { id: uuid(2), key: 'bluesky', name: 'Blue Sky' },
  subjects: [
    { key: 'baggage', name: 'Baggage' },
    { key: 'booking', name: 'Booking' },
    { key: 'lounge', name: 'Lounge' },
  ],
  dispositions: [
    { key: 'resolved', name: 'Resolved' },
    { key: 'follow-up', name: 'Needs follow-up' },
    { key: 'wrong-desk', name: 'Wrong desk' },
    { key: 'no-answer', name: 'Customer gone' },
    { key: 'spam', name: 'Spam' },
  ],
  declineReasons: [
    { key: 'busy', name: 'Still busy with another contact' },
    { key: 'not-mine', name: 'Not my subject' },
    { key: 'break', name: 'About to take a break' },
  ],
  presenceReasons: [
    { key: 'lunch', name: 'Lunch' },
    { key: 'training', name: 'Training' },
  ],
  cannedReplies: [
    { key: 'hello', text: 'Hello, this is Ana of Blue Sky. How can I help you?' },
    { key: 'moment', text: 'One moment please, I am looking that up.' },
    { key: 'tag', text: 'Could you give me the number on your bag tag?' },
  ],
  files: { kinds: ['image', 'pdf', 'text'], maxBytes: 10_000_000 },
  pages: [
    { title: 'Baggage claim form', url: 'https://bluesky.example/baggage/claim' },
    { title: 'Change a booking', url: 'https://bluesky.example/booking/change' },
    { title: 'Lounge access', url: 'https://bluesky.example/lounge' },
  ],
  pageOrigins: ['https://bluesky.example'],
}

export const channel = (part: Partial<MediaChannelView> = {}): MediaChannelView => ({
  id: MediaChannelId.parse(uuid(900 + mediaKinds.indexOf(part.channel ?? 'chat'))),
  channel: 'chat',
  deviceId: part.channel === 'voice' ? thisDevice : null,
  nickname: part.channel === 'voice' ? 'Desk' : null,
  intent: 'available',
  presence: 'available',
  reason: null,
  used: 0,
  capacity: 4,
  since: start,
  deviceReady: true,
  missed: null,
  ...part,
})

/** The voice of the n-th other device. */
export const elsewhere = (n: number, part: Partial<MediaChannelView> = {}): MediaChannelView =>
  channel({
    id: MediaChannelId.parse(uuid(910 + n)),
    channel: 'voice',
    capacity: 1,
    deviceId: DeviceId.parse(uuid(920 + n)),
    nickname: 'Mobile',
    intent: 'unavailable',
    presence: 'unavailable',
    ...part,
  })

export const view = (part: Partial<AgentView> = {}): AgentView => ({
  version: 1,
  now: start,
  site: { id: SiteId.parse(uuid(2)), key: 'bluesky', name: 'Blue Sky', madeAt: 1, configuredAt: 1 },
  agent: { id: AgentId.parse(uuid(1)), name: 'Ana', roles: ['agent'] },
  overall: 'ready',
  dndSince: null,
  nextReason: null,
  channels: [channel(), channel({ channel: 'voice', capacity: 1 })],
  pages: [],
  offers: [],
  visible: null,
  workbin: null,
  alerts: [],
  work: [],
  ...part,
})

export const offer = (part: Partial<OfferView> = {}): OfferView => ({
  id: OfferId.parse(uuid(10)),
  interactionId: InteractionId.parse(uuid(11)),
  channel: 'chat',
  madeAt: start,
  expiresAt: start + 30_000,
  enqueuedAt: start - 41_000,
  subject: 'booking',
  queue: 'service',
  value: 0,
  priority: 1,
  agreementAt: null,
  customer: { name: 'Tom Ito', identified: false, segment: 'bronze' },
  context: {
    items: [
      { key: 'flight', value: 'BS204', source: 'button', trust: 'client' },
      { key: 'tier', value: 'bronze since 2024', source: 'identity', trust: 'signed' },
    ],
    trail: [
      {
        url: 'https://bluesky.example/booking/change',
        title: 'Change a booking',
        enteredAt: start - 90_000,
        dwellMs: 0,
      },
    ],
    locale: 'en-GB',
    device: 'desktop',
  },
  alongside: [],
  why: ['skill', 'longest-idle'],
  explained: { chosen: { name: 'Ana', why: ['skill', 'longest-idle'] }, nearest: [], others: {} },
  answerOn: [],
  task: null,
  ...part,
})

export const work = (n: number, part: Partial<WorkView> = {}): WorkView => ({
  id: InteractionId.parse(uuid(n)),
  dialogueId: DialogueId.parse(uuid(n + 1)),
  parentId: null,
  channel: 'chat',
  status: 'assigned',
  fence: 3,
  reference: 'BS-4PX7M2K9',
  subject: 'baggage',
  customer: { name: 'Ann Lee', identified: true, segment: 'gold' },
  context: { items: [], trail: [], locale: null, device: null },
  enqueuedAt: start - 60_000,
  answeredAt: start,
  wrapUpUntil: null,
  wrapUpLatest: null,
  silence: 'short',
  customerPresence: 'here',
  conversation: StreamId.parse(uuid(n + 2)),
  desk: StreamId.parse(uuid(n + 3)),
  call: null,
  alongside: [],
  task: null,
  ...part,
})

export const waiting = (n: number, part: Partial<WaitingView> = {}): WaitingView => ({
  id: InteractionId.parse(uuid(n)),
  channel: 'chat',
  subject: 'lounge',
  queue: 'lounge',
  enqueuedAt: start - 41_000,
  value: 0,
  agreementAt: null,
  task: null,
  ...part,
})

export const ana: EntryAuthor = { kind: 'agent', name: 'Ana' }
export const ann: EntryAuthor = { kind: 'customer', name: 'Ann Lee' }
export const system: EntryAuthor = { kind: 'system', name: '' }

/** `order` also gives the id (`uuid(1000 + order)`) and the time, one minute each. */
export const entry = (streamId: string, seq: number, order: number, author: EntryAuthor, body: EntryBody): Entry => ({
  streamId,
  seq,
  order,
  id: uuid(1_000 + order),
  at: start + order * 60_000,
  author,
  body,
})
