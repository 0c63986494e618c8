import type { AgentView, ContactContext, WorkView } from '@beckon/shared/model/agent-view'
import type { CallView } from '@beckon/shared/model/call-view'
import type { Entry, EntryAuthor, EntryBody } from '@beckon/shared/model/entry'
import { CallId, InteractionId, StreamId, TabId } from '@beckon/shared/model/ids'
import { ana, ann, channel, offer, system, uuid, view, waiting, work } from './sample.ts'

export interface Scene {
  view: AgentView
  entries: Entry[]
  signedOut?: boolean
  reconnecting?: boolean
  /** A text the server refuses, shown as not sent. */
  refused?: boolean
}

const context = (now: number): ContactContext => ({
  items: [
    { key: 'flight', value: 'BS117', source: 'identity', trust: 'signed' },
    { key: 'tag', value: '0117-4482', source: 'page', trust: 'client' },
    { key: 'whisper', value: 'lost bag', source: 'button', trust: 'client' },
    { key: 'location', value: '51.5,-0.5', source: 'customer', trust: 'client' },
  ],
  trail: [
    { url: 'https://bluesky.example/booking', title: 'Booking BS117', enteredAt: now - 900_000, dwellMs: 60_000 },
    { url: 'https://bluesky.example/baggage', title: 'Baggage', enteredAt: now - 840_000, dwellMs: 60_000 },
    { url: 'https://bluesky.example/baggage/claim', title: 'Claim form', enteredAt: now - 780_000, dwellMs: 0 },
  ],
  locale: 'en-GB',
  device: 'desktop',
})

/** Entries of several streams in one order, half a minute apart, ending at `now`. */
function story(now: number, lines: readonly [string, EntryAuthor, EntryBody][]): Entry[] {
  const heads = new Map<string, number>()
  return lines.map(([streamId, author, body], index) => {
    const seq = (heads.get(streamId) ?? 0) + 1
    heads.set(streamId, seq)
    const at = now - (lines.length - index) * 30_000
    return { streamId, seq, id: uuid(2_000 + index), order: index + 1, at, author, body }
  })
}

const chatStory = (now: number, { conversation, desk }: WorkView): Entry[] =>
  story(now, [
    [conversation, system, { kind: 'joined', agent: 'Ana' }],
    [conversation, ann, { kind: 'message', text: 'Hello, my bag did not arrive. Tag 0117-4482.' }],
    [
      conversation,
      ana,
      { kind: 'message', text: 'I am sorry, Ann. I can see it in London Heathrow; let me check the next flight.' },
    ],
    [desk, ana, { kind: 'note', text: 'Tag checked with ground staff. Voucher up to £60 allowed.' }],
    [
      conversation,
      ana,
      { kind: 'page-pushed', title: 'Baggage claim form', url: 'https://bluesky.example/baggage/claim' },
    ],
    [conversation, ann, { kind: 'page-answered', pushId: uuid(2_004), outcome: 'opened' }],
    [conversation, ann, { kind: 'message', text: 'It says “in transit” since Monday.' }],
    [
      conversation,
      ana,
      { kind: 'page-pushed', title: 'Change a booking', url: 'https://bluesky.example/booking/change' },
    ],
  ])

/** Number of the voice interaction's id. */
export const voiceId = 400

const call = (now: number, state: CallView['state']): CallView => ({
  id: CallId.parse(uuid(90)),
  epoch: 1,
  state,
  streamId: StreamId.parse(uuid(91)),
  agentTabId: state === 'talking' ? TabId.parse(uuid(77)) : null,
  customerTabId: null,
  connectedAt: state === 'talking' ? now - 134_000 : null,
})

const chatWork = (now: number, part: Partial<WorkView> = {}) =>
  work(100, {
    answeredAt: now - 240_000,
    context: context(now),
    alongside: [{ id: InteractionId.parse(uuid(190)), channel: 'voice', subject: 'lounge', agentName: 'Raj' }],
    ...part,
  })
const visitorWork = (now: number) =>
  work(200, {
    answeredAt: now - 180_000,
    subject: 'lounge',
    customer: { name: '', identified: false, segment: null },
    customerPresence: 'away',
  })
const wrapWork = (now: number) =>
  work(300, {
    answeredAt: now - 600_000,
    subject: 'booking',
    status: 'wrap-up',
    wrapUpUntil: now + 45_000,
    customer: { name: 'Bob Hale', identified: true, segment: null },
  })

function callScene(now: number, state: CallView['state']): Scene {
  const chat = chatWork(now)
  const voice = work(voiceId, {
    dialogueId: chat.dialogueId,
    parentId: chat.id,
    channel: 'voice',
    call: call(now, state),
    answeredAt: now - 140_000,
    context: context(now),
  })
  const channels = [channel({ used: 1 }), channel({ channel: 'voice', used: 1, capacity: 1 })]
  return { view: view({ overall: 'partial', channels, work: [chat, voice] }), entries: chatStory(now, chat) }
}

/** Every state of the desk worth looking at, by name. */
export const scenes: Record<string, (now: number) => Scene> = {
  'signed-out': () => ({ view: view(), entries: [], signedOut: true }),
  empty: (now) => ({
    view: view({ channels: [channel({ since: now }), channel({ channel: 'voice', capacity: 1, since: now })] }),
    entries: [],
  }),
  off: () => ({
    view: view({
      overall: 'unavailable',
      channels: [
        channel({ intent: 'unavailable', presence: 'unavailable' }),
        channel({ channel: 'voice', capacity: 1, intent: 'not-responding', presence: 'not-responding' }),
      ],
    }),
    entries: [],
  }),
  ringing: (now) => {
    const chat = chatWork(now)
    return {
      view: view({
        overall: 'partial',
        channels: [
          channel({ used: 2, since: now - 724_000 }),
          channel({
            channel: 'voice',
            capacity: 1,
            intent: 'unavailable',
            presence: 'unavailable',
            since: now - 724_000,
          }),
        ],
        offers: [offer({ madeAt: now - 8_000, expiresAt: now + 22_000, enqueuedAt: now - 41_000 })],
        work: [chat, visitorWork(now)],
      }),
      entries: chatStory(now, chat),
    }
  },
  chat: (now) => {
    const chat = chatWork(now)
    const visitor = visitorWork(now)
    const said: Entry = {
      ...chatStory(now, visitor)[1],
      streamId: visitor.conversation,
      seq: 1,
      order: 90,
      id: uuid(3_000),
      at: now - 70_000,
      author: { kind: 'customer', name: '' },
      body: { kind: 'message', text: 'Can I bring a guest?' },
    }
    return {
      view: view({
        overall: 'ready',
        channels: [
          channel({ used: 3, since: now - 724_000 }),
          channel({ channel: 'voice', capacity: 1, since: now - 724_000 }),
        ],
        work: [chat, visitor, wrapWork(now)],
      }),
      entries: [...chatStory(now, chat), said],
      refused: true,
    }
  },
  picking: (now) => {
    const chat = chatWork(now)
    const contacts = [
      waiting(500, { enqueuedAt: now - 130_000, value: 10, agreementAt: now - 10_000 }),
      waiting(501, { enqueuedAt: now - 95_000, channel: 'voice', agreementAt: now + 300_000 }),
      waiting(502, { enqueuedAt: now - 12_000, subject: 'booking' }),
    ]
    return {
      view: view({
        channels: [
          channel({ used: 1, since: now - 724_000 }),
          channel({ channel: 'voice', capacity: 1, intent: 'unavailable', presence: 'unavailable' }),
        ],
        overall: 'partial',
        visible: { contacts, more: 4 },
        work: [chat],
      }),
      entries: chatStory(now, chat),
    }
  },
  call: (now) => callScene(now, 'joining'),
  'call-elsewhere': (now) => callScene(now, 'talking'),
  invited: (now) => {
    const chat = chatWork(now)
    const voice = work(voiceId, {
      dialogueId: chat.dialogueId,
      channel: 'voice',
      parentId: chat.id,
      call: call(now, 'invited'),
      answeredAt: now - 20_000,
    })
    return { view: view({ work: [chat, voice] }), entries: chatStory(now, chat) }
  },
  long: (now) => {
    const chat = chatWork(now)
    const said = Array.from({ length: 1_000 }, (_, n): [string, EntryAuthor, EntryBody] =>
      n % 9 === 0
        ? [chat.desk, ana, { kind: 'note', text: `Note ${n}` }]
        : [chat.conversation, n % 2 === 0 ? ann : ana, { kind: 'message', text: `Message ${n}. `.repeat((n % 5) + 1) }],
    )
    return { view: view({ work: [chat] }), entries: story(now, said) }
  },
  'wrap-up': (now) => {
    const chat = chatWork(now, { status: 'wrap-up', wrapUpUntil: now + 52_000, customerPresence: 'away' })
    return { view: view({ overall: 'busy', work: [chat] }), entries: chatStory(now, chat) }
  },
  reconnecting: (now) => {
    const chat = chatWork(now)
    return { view: view({ work: [chat] }), entries: chatStory(now, chat), reconnecting: true }
  },
}
