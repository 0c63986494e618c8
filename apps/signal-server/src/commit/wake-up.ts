import type { SiteId, StreamId } from '@beckon/shared/model/ids'
import type { Side, Typing } from '@beckon/shared/protocol/chat'
import pg from 'pg'
import type { CommitDeps } from './deps.ts'
import { retryDelay } from './retry-delay.ts'

/** What another node's commit tells: ids and heads, nothing else. */
export interface WakeUpListener {
  site(siteId: SiteId, version: number): void
  stream(streamId: StreamId, head: number): void
  typing(typing: Typing): void
  /** What administrators set for a site is another. */
  settings(siteId: SiteId): void
  /** The line was down: anything may have been missed. */
  reconnected(): void
}

const connectWithinMs = 5_000

/** Hears NOTIFY of other nodes. Another bus may take this file's place. */
export class WakeUp {
  readonly #deps: CommitDeps
  readonly #url: string
  readonly #listener: WakeUpListener
  #client: pg.Client | undefined
  #closed = false

  constructor(deps: CommitDeps, url: string, listener: WakeUpListener) {
    this.#deps = deps
    this.#url = url
    this.#listener = listener
  }

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'beckon-wake-up',
      connectionTimeoutMillis: connectWithinMs,
    })
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    client.on('error', (error) => this.#deps.log.warn({ err: error }, 'wake-up line lost'))
    try {
      await client.connect()
      await client.query('listen beckon')
    } catch (error) {
      await client.end()
      throw error
    }
    // Only a line that has been there comes back by itself: a try that failed is repeated by whoever made it.
    client.on('end', () => void this.#reopen())
    this.#client = client
    if (this.#closed) await client.end()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end()
  }

  async #reopen(): Promise<void> {
    for (let failures = 1; !this.#closed; failures++) {
      await retryDelay(failures)
      try {
        await this.open()
        this.#listener.reconnected()
        return
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'wake-up line not restored yet')
      }
    }
  }

  /**
   * `site <node> <site> <version> <stream>:<head> …`, `log <node> <stream>:<head> …`, `typing <node> <stream>:<side> …`
   * or `settings <node> <site>`.
   */
  #hear(payload: string): void {
    const [kind, node, ...rest] = payload.split(' ')
    // Our own are known already.
    if (node === this.#deps.node.id) return
    void this.#deps.at('after-wake-up')
    if (kind === 'typing') return this.#hearTyping(rest)
    if (kind === 'settings') return this.#listener.settings(rest[0] as SiteId)
    const heads = kind === 'site' ? rest.slice(2) : rest
    for (const item of heads) {
      const [id, head] = item.split(':')
      if (id && head) this.#listener.stream(id as StreamId, Number(head))
    }
    const [siteId, version] = rest
    if (kind === 'site' && siteId) this.#listener.site(siteId as SiteId, Number(version))
  }

  #hearTyping(items: readonly string[]): void {
    for (const item of items) {
      const [streamId, by] = item.split(':')
      this.#listener.typing({ streamId: streamId as StreamId, by: by as Side })
    }
  }
}
