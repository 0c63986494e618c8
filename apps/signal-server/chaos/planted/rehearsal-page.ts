import { randomUUID } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { StreamId, TabId } from '@beckon/shared/model/ids'
import { type Principal, personOf } from '@beckon/shared/model/principal'
import type { Reply } from '@beckon/shared/protocol/reply'
import type pg from 'pg'
import type { CommitPath } from '../../src/commit/commit-path.ts'
import type { CustomerRow } from '../../src/domain/rows.ts'
import type { PayloadOf, SiteCommandName } from '../../src/domain/site-command.ts'
import { readEntries } from '../../src/stores/read-entries.ts'
import type { History, Read } from '../history.ts'
import { outline, streamsOf } from '../page.ts'

export interface RehearsalPage {
  name: string
  person: string
  view(): AgentView | CustomerView | undefined
  run<N extends SiteCommandName>(name: N, payload: PayloadOf<N>, id?: string): Promise<Reply<unknown>>
  /** The command of another page's person, as that page would send it on this node. */
  repeatAs<N extends SiteCommandName>(
    of: RehearsalPage,
    name: N,
    payload: PayloadOf<N>,
    id: string,
  ): Promise<Reply<unknown>>
  say(streamId: StreamId, text: string, id: string): Promise<Reply<unknown>>
  /** Of the entries it was given. */
  kinds(): string[]
  principal: Principal
}

/** A page without a socket: syncs what its view names, then takes what it is sent as the product's client does. */
export async function openRehearsalPage(
  path: CommitPath,
  principal: Principal,
  db: pg.Pool,
  history: History,
): Promise<RehearsalPage> {
  const person = personOf(principal)
  const name = randomUUID()
  const tabId = name as TabId
  const reads = new Map<string, Read>()
  let view: AgentView | CustomerView | undefined
  const hear = (streamId: string): void => {
    const heard = history.heard.get(person) ?? new Set()
    history.heard.set(person, heard.add(streamId))
  }
  const take = (entry: Entry): void => {
    hear(entry.streamId)
    const read = reads.get(entry.streamId)
    if (read && entry.seq === read.entries.length + 1) read.entries.push(entry)
  }
  const follow = async (streamId: StreamId): Promise<void> => {
    hear(streamId)
    if (reads.has(streamId)) return
    const read: Read = { page: name, person, streamId, entries: [], closed: false }
    reads.set(streamId, read)
    history.reads.push(read)
    const entries = await readEntries(db, streamId, 0, 200)
    for (const entry of entries) take(entry)
    path.synced(streamId, entries.at(-1)?.seq ?? 0)
  }
  path.attach({
    principal,
    customer: principal.kind === 'customer' ? ({ id: person, name: '', externalId: null } as CustomerRow) : null,
    side: principal.kind === 'customer' ? 'customer' : 'agent',
    entries: (entries) => entries.forEach(take),
    typing: () => undefined,
    view: (next) => {
      view = next
      history.views.push({ page: name, person, at: performance.now(), version: next.version, ...outline(next) })
      for (const id of streamsOf(next)) void follow(id)
    },
  })
  const send = <N extends SiteCommandName>(
    by: Principal,
    command: N,
    payload: PayloadOf<N>,
    id: string,
  ): Promise<Reply<unknown>> => {
    const actorId = personOf(by)
    return path.run(
      principal.siteId,
      { name: command, by, tabId, payload },
      { actorId, id, hash: JSON.stringify(payload) },
    )
  }
  await path.run(principal.siteId, {
    name: 'tab:open',
    by: principal,
    tabId,
    payload: { tabId, nodeId: path.nodeId() },
  })
  return {
    name,
    person,
    principal,
    view: () => view,
    run: (command, payload, id = randomUUID()) => send(principal, command, payload, id),
    repeatAs: (of, command, payload, id) => send(of.principal, command, payload, id),
    say: (streamId, text, id) =>
      path.append({
        streamId,
        streamKind: 'conversation',
        id,
        author: { kind: principal.kind === 'customer' ? 'customer' : 'agent', name: '' },
        authorId: person,
        body: { kind: 'message', text },
        hash: text,
      }),
    kinds: () => [...reads.values()].flatMap(({ entries }) => entries.map((entry) => entry.body.kind)),
  }
}
