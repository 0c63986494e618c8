import { randomUUID } from 'node:crypto'
import type { InteractionId, OfferId, StreamId, TabId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { CommandName } from '@beckon/shared/protocol/commands'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CommitNodes, commitNodes } from '../../../testing/commit-node.ts'
import type { CommitPath } from '../../commit/commit-path.ts'
import { systemClock } from '../../runtime/clock.ts'
import { execute } from './execute.ts'

const day = 86_400_000
let nodes: CommitNodes
let commits: CommitPath
/** Added to the clock: how far the test has moved time on. */
let later = 0

const clock = systemClock(() => Date.now() + later)

beforeEach(async () => {
  later = 0
  nodes = await commitNodes({ agents: 2, customers: 1 })
  commits = await nodes.node({ clock })
  await nodes.db.query(`insert into site_origins (site_id, origin) values ($1, 'https://shop.example')`, [
    nodes.site.siteId,
  ])
})

afterEach(() => nodes.close())

/** Somebody at a page: says one command after another. */
function person(principal: Principal) {
  const tabId = randomUUID() as TabId
  const deps = { db: nodes.db, commits, clock, overloaded: () => false }
  const signOn = { principal, customer: null, name: 'N', proof: '' }
  const say = async (name: CommandName, payload: object): Promise<never> =>
    (await execute(deps, { signOn, tabId, seated: Promise.resolve() }, name, {
      id: randomUUID(),
      payload,
    })) as never
  const open = () =>
    commits.run(nodes.site.siteId, {
      name: 'tab:open',
      by: principal,
      tabId,
      payload: { tabId, nodeId: commits.nodeId() },
    })
  return { say, open }
}

const supervisor = (i: number): Principal => ({ ...nodes.agent(i), roles: ['supervisor'] }) as Principal

/** A chat that the first agent has accepted. */
async function chat() {
  const ann = person(nodes.customer(0))
  const ana = person(nodes.agent(0))
  await ana.open()
  await ann.open()
  await ann.say('contact:request', { channel: 'chat', bag: { items: [], trail: [] } })
  const { rows } = await nodes.db.query<{ id: OfferId }>(`select id from offers where status = 'pending'`)
  await ana.say('offer:accept', { offerId: rows[0]?.id })
  const found = await nodes.db.query<{ id: InteractionId; fence: number; conversation: StreamId; desk: StreamId }>(
    'select id, fence, conversation_id as conversation, desk_id as desk from interactions',
  )
  const interaction = found.rows[0]
  if (!interaction) throw new Error('no interaction')
  return { ann, ana, ...interaction }
}

const refused = (code: string) => ({ ok: false, error: { code } })

it('[PP1] only an address of the allow-list is pushed, whatever its disguise', async () => {
  const { ana, conversation: streamId } = await chat()
  const push = (url: string) => ana.say('page:push', { streamId, url, title: 'A page' })
  expect(await push('https://shop.example/claim?x=1')).toMatchObject({ ok: true })
  const disguises = [
    'javascript:alert(1)',
    'data:text/html,hi',
    'https://shop.example.evil.example/',
    'https://shop.example@evil.example/',
    'https://user:secret@shop.example/',
    'http://shop.example/',
    'https://shop.example:444/',
    '//shop.example/claim',
    'nonsense',
  ]
  for (const url of disguises) expect(await push(url), url).toMatchObject(refused('page-not-allowed'))
})

it('[AU14] a NUL and half of an emoji are taken out of what is said, and of what the page says', async () => {
  const { ann, id: interactionId, conversation: streamId } = await chat()
  expect(await ann.say('message:send', { streamId, text: 'be\0fore 👍 \ud83d' })).toMatchObject({ ok: true })
  const { rows } = await nodes.db.query(`select body->>'text' as text from entries where body->>'kind' = 'message'`)
  expect(rows).toEqual([{ text: 'before 👍' }])
  const items = [{ key: 'fl\0ight', value: 'BS117 \udc4d', source: 'page' }]
  const bag = { items, trail: [{ url: 'https://shop.example/', title: 'cut \ud83d', enteredAt: 1, dwellMs: 0 }] }
  expect(await ann.say('context:update', { interactionId, bag })).toMatchObject({ ok: true })
})

it('[PP3] a customer cannot push, and their answer must name a page that was pushed', async () => {
  const { ann, ana, conversation: streamId } = await chat()
  expect(await ann.say('page:push', { streamId, url: 'https://shop.example/', title: '' })).toMatchObject(
    refused('forbidden'),
  )
  await ana.say('page:push', { streamId, url: 'https://shop.example/', title: '' })
  const { rows } = await nodes.db.query(`select id from entries where body->>'kind' = 'page-pushed'`)
  const answer = { streamId, outcome: 'opened' }
  expect(await ann.say('page:answer', { ...answer, pushId: rows[0].id })).toMatchObject({ ok: true })
  expect(await ann.say('page:answer', { ...answer, pushId: randomUUID() })).toMatchObject(refused('not-found'))
})

it('[CH4] a message after the end is "closed"; one written before it gets its first reply still', async () => {
  const { ann, ana, id: interactionId, fence, conversation: streamId } = await chat()
  const early = { id: randomUUID(), payload: { streamId, text: 'before the end' } }
  const deps = { db: nodes.db, commits, clock, ice: { iceServers: [], turn: null }, overloaded: () => false }
  const signOn = { principal: nodes.customer(0), customer: null, name: 'N', proof: '' }
  const send = () =>
    execute(deps, { signOn, tabId: randomUUID() as TabId, seated: Promise.resolve() }, 'message:send', early)
  const first = await send()
  await ana.say('interaction:end', { interactionId, fence })
  expect(await send()).toEqual(first)
  expect(await ann.say('message:send', { streamId, text: 'after' })).toMatchObject(refused('closed'))
})

it('[CH7] a sync gives at most 200 entries after a number, in order, and where the stream ends', async () => {
  const { ann, conversation: streamId } = await chat()
  await Promise.all(Array.from({ length: 250 }, (_, i) => ann.say('message:send', { streamId, text: `${i}` })))
  const page = async (after: number): Promise<{ seqs: number[]; head: number }> => {
    const reply: { value: { entries: { seq: number }[]; head: number } } = await ann.say('stream:sync', {
      streamId,
      after,
    })
    return { seqs: reply.value.entries.map((entry) => entry.seq), head: reply.value.head }
  }
  const first = await page(0)
  expect(first).toEqual({ seqs: Array.from({ length: 200 }, (_, i) => i + 1), head: 251 })
  expect(await page(200)).toEqual({ seqs: Array.from({ length: 51 }, (_, i) => i + 201), head: 251 })
  expect(await page(251)).toEqual({ seqs: [], head: 251 })
})

it('[CH11] only who is in a conversation may say that they are typing in it', async () => {
  const { ann, ana, id: interactionId, fence, conversation, desk } = await chat()
  const raj = person(nodes.agent(1))
  const types = (who: ReturnType<typeof person>, streamId: string) => who.say('typing:start', { streamId })
  expect([await types(ann, conversation), await types(ana, conversation)]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ])
  expect(await types(raj, conversation)).toMatchObject(refused('not-found'))
  expect(await types(ana, desk)).toMatchObject(refused('not-found'))
  expect(await types(ann, randomUUID())).toMatchObject(refused('not-found'))
  await ana.say('interaction:end', { interactionId, fence })
  expect(await types(ann, conversation)).toMatchObject(refused('not-found'))
  expect(await types(ana, conversation)).toMatchObject(refused('not-found'))
})

it('[CH13] both sides mark what they have read; who is in no such conversation marks nothing', async () => {
  const { ann, ana, conversation: streamId, desk } = await chat()
  const raj = person(nodes.agent(1))
  const mark = (who: ReturnType<typeof person>, stream: string) =>
    who.say('stream:mark-read', { streamId: stream, upTo: 1 })
  expect(await mark(ann, streamId)).toMatchObject({ ok: true, value: { seq: 2 } })
  expect(await mark(ana, streamId)).toMatchObject({ ok: true, value: { seq: 3 } })
  expect(await mark(raj, streamId)).toMatchObject(refused('not-found'))
  expect(await mark(ann, desk)).toMatchObject(refused('not-found'))
  const { rows } = await nodes.db.query(`select author_kind from entries where body->>'kind' = 'read' order by seq`)
  expect(rows.map((row) => row.author_kind)).toEqual(['customer', 'agent'])
})

it('[CH9] who served may read for 24 h after the end, a supervisor always, another agent never, a customer no desk', async () => {
  const { ann, ana, id: interactionId, fence, conversation, desk } = await chat()
  const raj = person(nodes.agent(1))
  const mia = person(supervisor(1))
  const reads = async (who: ReturnType<typeof person>, streamId: StreamId) =>
    ((await who.say('stream:sync', { streamId, after: 0 })) as { ok: boolean }).ok
  expect(await reads(ana, desk)).toBe(true)
  expect(await reads(ann, desk)).toBe(false)
  await ana.say('interaction:end', { interactionId, fence })
  await ana.say('wrap-up:complete', { interactionId, fence, disposition: 'solved' })
  expect([await reads(ana, conversation), await reads(raj, conversation), await reads(mia, conversation)]).toEqual([
    true,
    false,
    true,
  ])
  later = day + 1_000
  expect([await reads(ana, conversation), await reads(mia, conversation)]).toEqual([false, true])
  expect(await reads(ann, conversation)).toBe(true)
})

it('[SI3] what is refused is no word: only what is written brings a silent chat back', async () => {
  const { ann, ana, id, conversation: streamId } = await chat()
  await nodes.db.query(
    `with raised as (update sites set version = version + 1 where id = $2 returning version)
     update interactions set silence = 'freed', version = raised.version from raised where id = $1`,
    [id, nodes.site.siteId],
  )
  /** By a command, so that the memory has caught up and whatever was asked of the site before is settled. */
  const silence = async () => {
    await ana.say('presence:set', { channel: 'chat', intent: 'available' })
    const found = await commits.read(nodes.site.siteId, (state) => state.interactions.get(id)?.silence)
    return found.ok && found.value
  }
  expect(await silence()).toBe('freed')
  const answer = { streamId, pushId: randomUUID(), outcome: 'opened' }
  expect(await ann.say('page:answer', answer)).toMatchObject(refused('not-found'))
  expect(await silence()).toBe('freed')
  await ann.say('message:send', { streamId, text: 'I am back' })
  expect(await silence()).toBe('short')
})
