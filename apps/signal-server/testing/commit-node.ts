import { randomUUID } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { AgentId, CustomerId, StreamId, TabId } from '@beckon/shared/model/ids'
import { type Principal, personOf } from '@beckon/shared/model/principal'
import type { Typing } from '@beckon/shared/protocol/chat'
import type pg from 'pg'
import type { CommitPath } from '../src/commit/commit-path.ts'
import { createCommitPath } from '../src/commit/create-commit-path.ts'
import { type AtFaultPoint, noFaults } from '../src/commit/fault-points.ts'
import type { CustomerRow } from '../src/domain/rows.ts'
import type { PayloadOf, SiteCommandName } from '../src/domain/site-command.ts'
import { type Clock, systemClock } from '../src/runtime/clock.ts'
import { systemIds } from '../src/runtime/ids.ts'
import { createLog } from '../src/runtime/log.ts'
import { openDatabase } from '../src/stores/database.ts'
import { type SeededSite, seedSite } from './seed-site.ts'
import { testDatabase } from './test-database.ts'

const realClock = systemClock(() => Date.now())

export interface CommitNodes {
  url: string
  db: pg.Pool
  site: SeededSite
  /** Starts one more commit path on the database. */
  node(options?: {
    at?: AtFaultPoint
    onGivenUp?: () => void
    databaseUrl?: string
    clock?: Clock
  }): Promise<CommitPath>
  agent(i: number): Principal
  customer(i: number): Principal
  close(): Promise<void>
}

/** A database with one site, and as many commit paths on it as a test starts. */
export async function commitNodes(counts: { agents: number; customers: number }): Promise<CommitNodes> {
  const database = await testDatabase()
  const log = createLog('silent')
  const db = openDatabase(database.url, log)
  const site = await seedSite(db, counts)
  const nodes: CommitPath[] = []
  const { siteId } = site
  return {
    url: database.url,
    db,
    site,
    async node({ at = noFaults, onGivenUp = () => {}, databaseUrl = database.url, clock = realClock } = {}) {
      const made = await createCommitPath({ db, databaseUrl, clock, ids: systemIds(clock.now), log, at, onGivenUp })
      nodes.push(made)
      return made
    },
    agent: (i) => ({ kind: 'staff', siteId, agentId: site.agents[i] as AgentId, roles: ['agent'] }),
    customer: (i) => ({ kind: 'customer', siteId, customerId: site.customers[i] as CustomerId }),
    async close() {
      await Promise.all(nodes.map((node) => node.close()))
      await db.end()
      await database.drop()
    },
  }
}

export type CommitPage = ReturnType<typeof commitPage>

/** One connected page of one person, without a socket. */
export function commitPage(on: CommitPath, who: Principal) {
  const tabId = randomUUID() as TabId
  const views: (AgentView | CustomerView)[] = []
  const entries: Entry[] = []
  const typing: Typing[] = []
  const row = who.kind === 'customer' ? ({ id: who.customerId, name: '', externalId: null } as CustomerRow) : null
  const personId = personOf(who)
  const detach = on.attach({
    principal: who,
    customer: row,
    view: (view) => views.push(view),
    side: who.kind === 'customer' ? 'customer' : 'agent',
    entries: (more) => entries.push(...more),
    typing: (heard) => typing.push(heard),
  })
  return {
    views,
    entries,
    typing,
    detach,
    tabId,
    run: <N extends SiteCommandName>(name: N, payload: PayloadOf<N>, id: string = randomUUID()) =>
      on.run(who.siteId, { name, by: who, tabId, payload }, { actorId: personId, id, hash: JSON.stringify(payload) }),
    open: () => on.run(who.siteId, { name: 'tab:open', by: who, tabId, payload: { tabId, nodeId: on.nodeId() } }),
    send: (streamId: StreamId, text: string, id: string = randomUUID()) =>
      on.append({
        streamId,
        streamKind: 'conversation',
        id,
        author: { kind: who.kind === 'customer' ? 'customer' : 'agent', name: '' },
        authorId: personId,
        body: { kind: 'message', text },
        hash: text,
      }),
    agentView: () => views.at(-1) as AgentView,
    customerView: () => views.at(-1) as CustomerView,
  }
}
