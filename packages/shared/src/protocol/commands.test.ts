import { describe, expect, test } from 'vitest'
import { type CommandName, commands, type Payload } from './commands.ts'
import { limits } from './version.ts'

const uuid = '018f0000-0000-4000-8000-000000000001'
const trail = { url: 'https://www.bluesky.example/a', title: 'A', enteredAt: 1, dwellMs: 0 }
const item = { key: 'flight', value: 'BS 17', source: 'button' }
const bag = { items: [item], trail: [trail], locale: 'en-GB', device: 'phone' }

/** One good payload of each command, with every optional field. */
const good: Record<CommandName, Record<string, unknown>> = {
  'contact:request': {
    channel: 'chat',
    subject: 'baggage',
    bag,
    whisper: 'gold-line',
    region: 'north',
    agent: 'ana',
    parentId: uuid,
  },
  'contact:end': { interactionId: uuid },
  'context:update': { interactionId: uuid, bag },
  'offer:shown': { offerId: uuid },
  'offer:accept': { offerId: uuid, tabId: uuid, channel: 'chat' },
  'queue:pick': { interactionId: uuid },
  'offer:decline': { offerId: uuid, reason: 'busy-now' },
  'presence:set': { channel: 'voice', mediaChannelId: uuid, intent: 'unavailable', reason: 'lunch' },
  'presence:next': { reason: 'lunch' },
  'dnd:set': { on: true },
  'device:set': { soundReady: true, screenUp: true },
  'media-channel:rename': { mediaChannelId: uuid, nickname: 'Desk' },
  'media-channel:remove': { mediaChannelId: uuid },
  'task:create': { subject: 'baggage', text: 'Look for the bag.', dueAt: 1, parentId: uuid },
  'task:park': { interactionId: uuid, fence: 1, until: 1 },
  'message:send': { streamId: uuid, text: 'hello' },
  'note:add': { streamId: uuid, text: 'calm' },
  'stream:mark-read': { streamId: uuid, upTo: 1 },
  'typing:start': { streamId: uuid },
  'file:send': { streamId: uuid },
  'page:push': { streamId: uuid, url: 'https://www.bluesky.example/a', title: 'A' },
  'page:answer': { streamId: uuid, pushId: uuid, outcome: 'opened' },
  'call:invite': { interactionId: uuid },
  'call:join': { callId: uuid, takeOver: true },
  'call:decline': { callId: uuid },
  'call:connected': { callId: uuid, epoch: 1 },
  'call:restart': { callId: uuid, epoch: 1 },
  'call:hang-up': { callId: uuid },
  'call:signal': { streamId: uuid, epoch: 1, data: '{}' },
  'interaction:end': { interactionId: uuid, fence: 1 },
  'wrap-up:complete': { interactionId: uuid, fence: 1, disposition: 'solved' },
  'wrap-up:extend': { interactionId: uuid, fence: 1 },
  'stream:sync': { streamId: uuid, after: 0 },
}
/** Objects whose keys are data: a key nobody asked for has a value that is none. */
const dictionaries = new Set(['skills', 'offerMs', 'interruptibleBy'])

const names = Object.keys(good) as CommandName[]

/** The value as the server would take it, undefined when refused. */
const parsed = (name: CommandName, payload: unknown): unknown => commands[name].payload.safeParse(payload).data

/** A copy in which every object, at every depth, carries a key nobody asked for. */
function withStrangers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStrangers)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, dictionaries.has(key) ? inner : withStrangers(inner)] as const,
  )
  return { ...Object.fromEntries(entries), stranger: { deep: [1] }, siteId: uuid }
}

describe('every command', () => {
  test('has a good payload in this test', () => {
    expect(new Set(names)).toEqual(new Set(Object.keys(commands)))
  })

  test.each(names)('%s takes what is meant and strips, at every depth, what nobody asked for', (name) => {
    expect(parsed(name, good[name])).toEqual(good[name])
    expect(parsed(name, withStrangers(good[name]))).toEqual(good[name])
  })

  test.each(names)('%s refuses what is no object, and each of its fields as an object or null', (name) => {
    for (const payload of [undefined, null, 'x', 1, [], [good[name]]]) expect(parsed(name, payload)).toBeUndefined()
    const takes = (key: string, wrong: unknown) => parsed(name, { ...good[name], [key]: wrong }) !== undefined
    const fooled = Object.keys(good[name]).filter((key) => takes(key, { $ne: null }) || takes(key, null))
    expect(fooled).toEqual([])
  })

  test.each(names)('%s refuses an id that is no UUID', (name) => {
    for (const key of Object.keys(good[name]).filter((field) => field.endsWith('Id'))) {
      for (const id of ['', '1', `${uuid}0`, `'${uuid}'`])
        expect(parsed(name, { ...good[name], [key]: id })).toBeUndefined()
    }
  })
})

type Bound = [name: CommandName, field: string, largest: unknown, beyond: unknown]
const text = (length: number) => 'x'.repeat(length)
const many = (count: number, one: unknown) => Array.from({ length: count }, () => one)
const bagWith = (part: object) => ({ ...bag, ...part })
const itemWith = (part: object) => bagWith({ items: [{ ...item, ...part }] })
const trailWith = (part: object) => bagWith({ trail: [{ ...trail, ...part }] })

const bounds: Bound[] = [
  ['message:send', 'text', text(limits.messageChars), text(limits.messageChars + 1)],
  ['message:send', 'text', 'x', ''],
  ['message:send', 'text', 'x', ' \n\t '],
  ['note:add', 'text', text(limits.noteChars), text(limits.noteChars + 1)],
  ['note:add', 'text', 'x', '   '],
  ['stream:mark-read', 'upTo', 1, 0],
  ['stream:mark-read', 'upTo', 1, 1.5],
  ['page:push', 'url', text(2_000), text(2_001)],
  ['page:push', 'title', text(200), text(201)],
  ['page:answer', 'outcome', 'dismissed', 'ignored'],
  ['presence:set', 'reason', text(64), text(65)],
  ['presence:set', 'reason', 'lunch', 'Out to lunch'],
  ['presence:next', 'reason', 'lunch', ''],
  ['presence:set', 'intent', 'available', 'not-responding'],
  ['presence:set', 'channel', 'chat', 'email'],
  ['call:signal', 'data', text(16_000), text(16_001)],
  ['call:signal', 'epoch', 1, 0],
  ['call:connected', 'epoch', 1, 1.5],
  ['call:restart', 'epoch', 1, -1],
  ['interaction:end', 'fence', 1, 0],
  ['wrap-up:complete', 'fence', 1, Number.NaN],
  ['wrap-up:extend', 'fence', 1, Number.POSITIVE_INFINITY],
  ['wrap-up:complete', 'disposition', text(64), text(65)],
  ['offer:decline', 'reason', 'a-1', 'A 1'],
  ['stream:sync', 'after', 0, -1],
  ['stream:sync', 'after', 1, '1'],
  ['contact:request', 'whisper', 'gold-line', 'Gold line'],
  ['contact:request', 'subject', 'lounge', '../lounge'],
  ['contact:request', 'channel', 'voice', 'fax'],
  ['contact:request', 'bag', bagWith({ items: many(32, item) }), bagWith({ items: many(33, item) })],
  ['contact:request', 'bag', bagWith({ trail: many(20, trail) }), bagWith({ trail: many(21, trail) })],
  ['contact:request', 'bag', itemWith({ key: text(64) }), itemWith({ key: text(65) })],
  ['contact:request', 'bag', itemWith({ key: 'k' }), itemWith({ key: ' ' })],
  ['contact:request', 'bag', itemWith({ value: text(512) }), itemWith({ value: text(513) })],
  ['contact:request', 'bag', itemWith({ source: 'identity' }), itemWith({ source: 'signed' })],
  ['contact:request', 'bag', trailWith({ url: text(512) }), trailWith({ url: text(513) })],
  ['contact:request', 'bag', trailWith({ title: text(200) }), trailWith({ title: text(201) })],
  ['contact:request', 'bag', trailWith({ dwellMs: 1 }), trailWith({ dwellMs: -1 })],
  ['contact:request', 'bag', trailWith({ enteredAt: 8.64e15 }), trailWith({ enteredAt: 8.64e15 + 1 })],
  ['task:create', 'dueAt', 8.64e15, 8.64e15 + 1],
  ['task:park', 'until', 8.64e15, 8.64e15 + 1],
  ['contact:request', 'bag', bagWith({ locale: 'zh-Hant-TW' }), bagWith({ locale: 'en_GB; drop' })],
  ['context:update', 'bag', bagWith({ device: 'tablet' }), bagWith({ device: 'fridge' })],
]

describe('the bounds of a payload', () => {
  test.each(bounds)('%s takes %s up to its bound and refuses what lies beyond', (name, field, largest, beyond) => {
    expect(parsed(name, { ...good[name], [field]: largest })).toEqual({ ...good[name], [field]: largest })
    expect(parsed(name, { ...good[name], [field]: beyond })).toBeUndefined()
  })

  test('leave each largest text within one frame, whatever its alphabet', () => {
    for (const name of ['message:send', 'note:add'] as const) {
      const largest: Payload<'message:send'> = { streamId: uuid as never, text: '語'.repeat(limits.messageChars) }
      expect(parsed(name, largest)).toEqual(largest)
      expect(Buffer.byteLength(JSON.stringify([name, { id: uuid, payload: largest }]))).toBeLessThan(limits.frameBytes)
    }
  })

  test('cut the blanks round a text, a title and a key of the context', () => {
    expect(parsed('message:send', { streamId: uuid, text: '  hi \n' })).toEqual({ streamId: uuid, text: 'hi' })
    expect(parsed('page:push', { ...good['page:push'], title: ' A ' })).toEqual(good['page:push'])
    expect(parsed('context:update', { interactionId: uuid, bag: itemWith({ key: ' flight ' }) })).toEqual({
      interactionId: uuid,
      bag,
    })
  })

  test('let what is optional be absent, and nothing else', () => {
    const without = (name: CommandName, key: string) =>
      Object.fromEntries(Object.entries(good[name]).filter(([field]) => field !== key))
    const optional = names.flatMap((name) =>
      Object.keys(good[name])
        .filter((key) => parsed(name, without(name, key)) !== undefined)
        .map((key) => `${name} ${key}`),
    )

    expect(new Set(optional)).toEqual(
      new Set([
        'contact:request subject',
        'contact:request whisper',
        'contact:request region',
        'contact:request agent',
        'contact:request parentId',
        'offer:accept tabId',
        'offer:accept channel',
        'device:set screenUp',
        'task:create subject',
        'task:create dueAt',
        'task:create parentId',
        'task:park until',
        'presence:set channel',
        'presence:set mediaChannelId',
        'presence:set reason',
        'presence:next reason',
        'call:join takeOver',
      ]),
    )
  })
})
