import { randomUUID } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { Principal } from '@beckon/shared/model/principal'
import type { CommandName } from '@beckon/shared/protocol/commands'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { CommitNodes } from '../../testing/commit-node.ts'
import type { CommitPath } from '../../src/commit/commit-path.ts'
import { keepDiary } from '../diary.ts'
import { type Final, readFinal } from '../final.ts'
import { type History, newHistory, type Sent } from '../history.ts'
import { until } from '../until.ts'
import { openRehearsalPage, type RehearsalPage } from './rehearsal-page.ts'

/** A part of the product replaced by one with a bug. */
export type Plant = (path: CommitPath, nodes: CommitNodes) => CommitPath

const bag = { items: [], trail: [] }
const withinMs = 8_000

/**
 * One contact from the request to the wrap-up on two commit paths without processes or sockets: retries, a race for the
 * offer and a command sent again are in it. Returns what the checker is given.
 */
export async function rehearse(nodes: CommitNodes, plant: Plant): Promise<{ history: History; final: Final }> {
  const history = newHistory()
  await keepDiary(nodes.db)
  const [here, there] = [plant(await nodes.node(), nodes), plant(await nodes.node(), nodes)]
  const open = (path: CommitPath, who: Principal) => openRehearsalPage(path, who, nodes.db, history)
  const [ann, ana, raj] = [
    await open(here, nodes.customer(0)),
    await open(here, nodes.agent(0)),
    await open(there, nodes.agent(1)),
  ]
  const agents = [ana, raj]

  const asked = record(history, ann, 'contact:request', { channel: 'chat', bag })
  await answered(asked, ann.run('contact:request', { channel: 'chat', bag }, asked.id))
  const offered = (page: RehearsalPage) => (page.view() as AgentView | undefined)?.offers[0]
  await expectSoon(() => agents.some(offered), 'nobody was offered the contact')
  const owner = agents.find(offered) ?? ana
  const other = owner === ana ? raj : ana
  const offerId = offered(owner)?.id as never

  const accept = record(history, owner, 'offer:accept', { offerId })
  await answered(accept, owner.run('offer:accept', { offerId }, accept.id))
  const late = record(history, other, 'offer:accept', { offerId })
  await answered(late, other.run('offer:accept', { offerId }, late.id))
  await expectSoon(() => work(owner) !== undefined, 'the owner sees no work')
  const { id: interactionId, fence, conversation } = work(owner) ?? { id: '', fence: 0, conversation: '' }

  // Sent, never heard of, and sent again on the other node under the same id.
  const elsewhere = await open(there, nodes.customer(0))
  const say = async (page: RehearsalPage, text: string, ...tries: RehearsalPage[]): Promise<void> => {
    const sent = record(history, page, 'message:send', { streamId: conversation, text })
    for (const at of [page, ...tries]) await answered(sent, at.say(conversation as never, text, sent.id))
  }
  await say(ann, 'one', elsewhere)
  await say(owner, 'two')
  await Promise.all([say(ann, 'three'), say(ann, 'four')])
  await say(owner, 'five')

  const end = { interactionId: interactionId as never, fence }
  await owner.run('interaction:end', end)
  await owner.run('wrap-up:complete', { ...end, disposition: 'solved' })
  if (accept.reply) {
    const again = await other.repeatAs(owner, 'offer:accept', { offerId }, accept.id)
    history.repeats.push({ id: accept.id, name: 'offer:accept', first: accept.reply, again })
  }
  const complete = () => [ann, owner].every((page) => page.kinds().includes('ended'))
  await until(() => (complete() ? [] : ['tail']), 3_000, 50)
  return { history, final: await readFinal(nodes.db, nodes.site.siteId) }
}

const work = (page: RehearsalPage) => (page.view() as AgentView | undefined)?.work[0]

async function expectSoon(holds: () => boolean, otherwise: string): Promise<void> {
  const [left] = await until(() => (holds() ? [] : [otherwise]), withinMs, 20)
  if (left !== undefined) throw new Error(left)
}

function record(history: History, page: RehearsalPage, name: CommandName, payload: unknown): Sent {
  const { name: at, person } = page
  const base = { page: at, sender: at, person, id: randomUUID(), name, payload, at: performance.now() }
  const sent: Sent = { ...base, reply: undefined, repliedAt: undefined, left: false }
  history.sent.push(sent)
  return sent
}

/** An answer that does not come within half a second does not come: nothing here is under load. */
async function answered(sent: Sent, reply: Promise<Reply<unknown>>): Promise<void> {
  await Promise.race([
    reply.then((value) => {
      sent.reply ??= value
      sent.repliedAt ??= performance.now()
    }),
    until(() => ['nothing'], 500, 500),
  ])
}
