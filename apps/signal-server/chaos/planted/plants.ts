import { randomUUID } from 'node:crypto'
import type { AgentId, InteractionId, StreamId } from '@beckon/shared/model/ids'
import { ok, type Reply } from '@beckon/shared/protocol/reply'
import type { CommitPath } from '../../src/commit/commit-path.ts'
import type { Append } from '../../src/stores/append-entries.ts'
import type { CommitNodes } from '../../testing/commit-node.ts'
import type { Plant } from './rehearsal.ts'

const says = ({ body }: Append, text: string): boolean => body.kind === 'message' && body.text === text
type Run = (...args: Parameters<CommitPath['run']>) => Promise<Reply<never>>
const withRun = (path: CommitPath, run: Run): CommitPath => ({ ...path, run: run as CommitPath['run'] })
const passRun = (path: CommitPath): Run => path.run as unknown as Run

/** Answers a text before it is written, and dies before it is. */
export const sentBeforeCommit: Plant = (path) => ({
  ...path,
  append: (append) => (says(append, 'five') ? Promise.resolve(ok({ seq: 6, at: 0 })) : path.append(append)),
})

/** A retry is taken for a new text. */
export const noDedupe: Plant = (path) => ({ ...path, append: (append) => path.append({ ...append, id: randomUUID() }) })

/** A number is given away and never used. */
export const hole: Plant = (path, { db }) => ({
  ...path,
  append: async (append) => {
    if (says(append, 'two')) await db.query('update streams set head = head + 1 where id = $1', [append.streamId])
    return path.append(append)
  },
})

/** An accept that comes too late is let through: the row changes hands and the fence stays. */
export const staleFence: Plant = (path, nodes) =>
  withRun(path, async (siteId, command, key) => {
    const reply = await passRun(path)(siteId, command, key)
    if (command.name !== 'offer:accept' || reply.ok || command.by?.kind !== 'staff') return reply
    return ok(await takeOver(nodes, command.by.agentId)) as Reply<never>
  })

async function takeOver(
  { db, site }: CommitNodes,
  agentId: AgentId,
): Promise<{ interactionId: InteractionId; fence: number }> {
  const { rows } = await db.query<{ interactionId: InteractionId; fence: number }>(
    `with raised as (update sites set version = version + 1 where id = $1 returning version)
      update interactions set owner_id = $2, version = raised.version from raised where status = 'assigned'
      returning interactions.id as "interactionId", fence`,
    [site.siteId, agentId],
  )
  return rows[0] ?? { interactionId: '' as InteractionId, fence: 0 }
}

/** The last entry of a conversation is never delivered. */
export const lostTail: Plant = (path) => ({
  ...path,
  attach: (receiver) =>
    path.attach({
      ...receiver,
      entries: (entries) => receiver.entries(entries.filter(({ body }) => body.kind !== 'ended')),
    }),
})

/** Replies are not kept: the same command is judged again. */
export const forgottenReply: Plant = (path) => withRun(path, (siteId, command) => passRun(path)(siteId, command))

/** Later texts overtake an earlier one. */
export const overtaking: Plant = (path) => {
  let passed: () => void = () => undefined
  const overtaken = new Promise<void>((resolve) => {
    passed = resolve
  })
  return {
    ...path,
    append: async (append) => {
      if (says(append, 'three')) await overtaken
      const reply = await path.append(append)
      if (says(append, 'four')) passed()
      return reply
    },
  }
}

/** A contact is acknowledged and nothing is written. */
export const lostContact: Plant = (path) => {
  let first = true
  return withRun(path, async (siteId, command, key) => {
    const reply = await passRun(path)(siteId, command, key)
    if (command.name !== 'contact:request' || !first) return reply
    first = false
    return ok({ interactionId: randomUUID() }) as unknown as Reply<never>
  })
}

/** What is said in one place is told in another. */
export const foreignStream: Plant = (path) => ({
  ...path,
  attach: (receiver) =>
    path.attach({
      ...receiver,
      entries: (entries) =>
        receiver.entries(entries.map((entry) => ({ ...entry, streamId: randomUUID() as StreamId }))),
    }),
})

/** An agent is rung for a second contact before the first is answered. */
export const secondRing: Plant = (path) => ({
  ...path,
  attach: (receiver) =>
    path.attach({
      ...receiver,
      view: (view) => receiver.view('offers' in view ? { ...view, offers: [...view.offers, ...view.offers] } : view),
    }),
})

/** One command is never answered. */
export const hanging: Plant = (path) => ({
  ...path,
  append: (append) => (says(append, 'five') ? new Promise(() => undefined) : path.append(append)),
})

/** Something is done to the rows before an offer is accepted. */
const beforeAccept =
  (text: string): Plant =>
  (path, { db, site }) =>
    withRun(path, async (siteId, command, key) => {
      if (command.name === 'offer:accept') await db.query(text, [site.siteId])
      return passRun(path)(siteId, command, key)
    })

/** Rings for somebody who has not the skill that is asked for. */
export const unskilled = beforeAccept(`update interactions set subject = 'baggage' where site_id = $1`)

/** Rings for a contact that is to be picked. */
export const ringingPick = beforeAccept(`update interactions set queue = 'visible' where site_id = $1`)

/** Rings for who is not to be disturbed. */
export const disturbed = beforeAccept(
  `insert into presence_changes (id, site_id, at, agent_id, was, became)
    select gen_random_uuid(), $1, made_at - 1, agent_id, 'online', 'dnd' from offers where site_id = $1`,
)

/** Rings for who has planned to be unavailable. */
export const plannedRing = beforeAccept(`update agents set next_reason = 'lunch', version = 0 where site_id = $1`)

/** What was planned is forgotten, and its agent goes on being available. */
export const forgottenPlan: Plant = (path, { db, site }) =>
  withRun(path, async (siteId, command, key) => {
    if (command.name === 'wrap-up:complete') {
      for (const plan of ['lunch', null]) {
        await db.query('update agents set next_reason = $2 where site_id = $1', [site.siteId, plan])
      }
    }
    return passRun(path)(siteId, command, key)
  })

/** Nothing is left to do, and the plan is not taken up. */
export const idlePlan: Plant = (path) => ({
  ...path,
  attach: (receiver) =>
    path.attach({
      ...receiver,
      view: (view) => receiver.view('offers' in view ? { ...view, nextReason: 'lunch' } : view),
    }),
})

export const nothing: Plant = (path) => path
