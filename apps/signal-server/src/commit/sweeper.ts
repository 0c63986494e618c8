import type { NodeId, SiteId } from '@beckon/shared/model/ids'
import { readDueSites, readSilentNodes, renewNode } from '../stores/nodes.ts'
import { purge } from '../stores/purge.ts'
import type { CommitDeps } from './deps.ts'

const everyMs = 1_000
/** A node silent for so long has lost its tabs. */
const silentMs = 4_000
/** A node that has not looked for so long (its pause, a stall of the database) judges nobody: they may have stalled too. */
const onTimeMs = 2_500
/** How often what was missed is looked for: every second sweep. */
const pollEvery = 2
/** Five minutes. */
const purgeEvery = 300

export interface SweepActions {
  due(siteId: SiteId): void
  /** `since`: its last sign of life, or the beginning of the time in which others could have taken over. */
  nodeLost(siteId: SiteId, nodeId: NodeId, since: number): void
  /** The others gave this node up while it was paused or cut off: it must take another name. */
  givenUp(): Promise<void>
  tellMoved(): void
  poll(): Promise<void>
}

/** Once a second: this node says it lives, and whatever is due anywhere is taken up by whoever sees it first. */
export class Sweeper {
  readonly #deps: CommitDeps
  readonly #actions: SweepActions
  #cancel: () => void = () => {}
  #sweeps = 0
  #renewedAt = 0
  /** From then on this node has looked on time: what it missed before is nobody's fault. */
  #onTimeSince = 0
  #closed = false

  constructor(deps: CommitDeps, actions: SweepActions) {
    this.#deps = deps
    this.#actions = actions
  }

  async start(): Promise<void> {
    await renewNode(this.#deps.db, this.#deps.node.id)
    this.#onTimeSince = this.#renewedAt = this.#deps.clock.now()
    this.#arm()
  }

  close(): void {
    this.#closed = true
    this.#cancel()
  }

  #arm(): void {
    if (this.#closed) return
    this.#cancel = this.#deps.clock.setTimer(this.#deps.clock.now() + everyMs, () => {
      this.#sweep()
        .catch((error: unknown) => this.#deps.log.warn({ err: error }, 'sweep failed; the next follows'))
        .finally(() => this.#arm())
    })
  }

  async #sweep(): Promise<void> {
    const { db, node, clock } = this.#deps
    this.#actions.tellMoved()
    if (!(await renewNode(db, node.id))) await this.#actions.givenUp()
    const now = clock.now()
    if (now - this.#renewedAt > onTimeMs) this.#onTimeSince = now
    else await this.#judge(now)
    this.#renewedAt = now
    for (const siteId of await readDueSites(db, now)) this.#actions.due(siteId)
    this.#sweeps++
    if (this.#sweeps % pollEvery === 0) await this.#actions.poll()
    if (this.#sweeps % purgeEvery === 0) await purge(db, now)
  }

  async #judge(now: number): Promise<void> {
    const { db, node } = this.#deps
    for (const { siteId, nodeId, heardAt } of await readSilentNodes(db, now - silentMs, now)) {
      if (nodeId !== node.id) this.#actions.nodeLost(siteId, nodeId, Math.max(heardAt, this.#onTimeSince))
    }
  }
}
