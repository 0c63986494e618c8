import type { NodeId, SiteId } from '@beckon/shared/model/ids'
import type { Reply } from '@beckon/shared/protocol/reply'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Ids } from '../domain/draft.ts'
import type { SiteCommand, SiteCommandName, ValueOf } from '../domain/site-command.ts'
import type { Clock } from '../runtime/clock.ts'
import { forgetNode, readVersions, renewNode } from '../stores/nodes.ts'
import type { CommandKey, CommitPath, Receiver } from './commit-path.ts'
import { Delivery } from './delivery.ts'
import type { CommitDeps } from './deps.ts'
import type { AtFaultPoint } from './fault-points.ts'
import { LogAppend } from './log-append.ts'
import { SiteRunner } from './site-runner.ts'
import { Sweeper } from './sweeper.ts'
import { TypingRelay } from './typing-relay.ts'
import { WakeUp } from './wake-up.ts'

export interface CommitPathOptions {
  db: pg.Pool
  /** For the wake-up's own connection. */
  databaseUrl: string
  clock: Clock
  ids: Ids
  log: Logger
  at: AtFaultPoint
  /** The others gave this node up: its pages must connect again under its new id. */
  onGivenUp(): void
  /** A site was made anew: its pages must connect again. */
  onMadeAnew?(siteId: SiteId): void
  /** What administrators set for a site is another; null: any site's may be. */
  onSettings?(siteId: SiteId | null): void
}

/** Starts the commit path of one node. */
export async function createCommitPath(options: CommitPathOptions): Promise<CommitPath> {
  const deps: CommitDeps = { ...options, node: { id: options.ids.uuid() as NodeId } }
  const delivery = new Delivery(deps, (siteId) => options.onMadeAnew?.(siteId))
  const runners = new Map<SiteId, SiteRunner>()
  const runnerOf = (siteId: SiteId): SiteRunner => {
    const known = runners.get(siteId)
    if (known) return known
    const made = new SiteRunner(siteId, deps, delivery)
    runners.set(siteId, made)
    return made
  }
  const log = new LogAppend(deps, (entries) => delivery.streams.deliver(entries))
  const relay = new TypingRelay(deps)
  const poll = async (): Promise<void> => {
    await delivery.streams.poll()
    for (const { id, version } of await readVersions(deps.db, [...runners.keys()])) runnerOf(id).heard(version)
  }
  const wakeUp = new WakeUp(deps, options.databaseUrl, {
    site: (siteId, version) => runners.get(siteId)?.heard(version),
    stream: (streamId, head) => delivery.streams.heard(streamId, head),
    typing: (typing) => delivery.streams.typing(typing),
    settings: (siteId) => options.onSettings?.(siteId),
    reconnected: () => {
      options.onSettings?.(null)
      poll().catch((error: unknown) => deps.log.warn({ err: error }, 'poll failed'))
    },
  })
  const sweeper = new Sweeper(deps, {
    due: (siteId) => void runnerOf(siteId).tick(),
    nodeLost: (siteId, nodeId, since) =>
      void runnerOf(siteId).run({ name: 'node:lost', by: null, tabId: null, payload: { nodeId, since } }),
    givenUp: async () => {
      const id = deps.ids.uuid() as NodeId
      // Known before the first page connects under it: a node without a row counts as lost.
      await renewNode(deps.db, id)
      deps.node.id = id
      options.onGivenUp()
    },
    tellMoved: () => {
      for (const siteId of delivery.movedSites()) void runnerOf(siteId).read((state) => delivery.tellMoved(state))
    },
    poll,
  })
  await wakeUp.open()
  await sweeper.start()

  return {
    nodeId: () => deps.node.id,
    run: <N extends SiteCommandName>(siteId: SiteId, command: SiteCommand<N>, key?: CommandKey) =>
      runnerOf(siteId).run(command as unknown as SiteCommand, key) as Promise<Reply<ValueOf<N>>>,
    append: (append) => log.append(append),
    written: (siteId, customerId, streamId) => runners.get(siteId)?.written(customerId, streamId),
    type: (typing) => {
      delivery.streams.typing(typing)
      relay.tell(typing)
    },
    read: (siteId, look) => runnerOf(siteId).read(look),
    attach: (receiver: Receiver) => {
      const seat = delivery.attach(receiver)
      void runnerOf(receiver.principal.siteId).read((state) => delivery.tell(state, seat))
      return () => delivery.detach(seat)
    },
    synced: (streamId, head) => delivery.streams.synced(streamId, head),
    close: async () => {
      sweeper.close()
      await Promise.all([...runners.values()].map((runner) => runner.close()))
      log.close()
      relay.close()
      await wakeUp.close()
      await forgetNode(deps.db, deps.node.id, deps.clock.now())
    },
  }
}
