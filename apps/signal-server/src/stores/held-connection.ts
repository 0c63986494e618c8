import type pg from 'pg'

/**
 * One connection of the pool, kept for a caller who has one statement under way at a time and the next one ready: it
 * leaves in the same turn, without waiting for a connection, and its plans are at hand. Any failure gives the
 * connection back; the next use takes another.
 */
export class HeldConnection {
  readonly #pool: pg.Pool
  #held: pg.PoolClient | undefined

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async use<T>(act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = this.#held ?? (await this.#take())
    try {
      return await act(client)
    } catch (error) {
      this.#drop(client)
      throw error
    }
  }

  /** The pool can only end when it has all its connections back. */
  release(): void {
    if (this.#held) this.#drop(this.#held)
  }

  async #take(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect()
    // The pool listens only while it holds the connection itself; what was asked on it fails with the same error.
    client.on('error', () => this.#drop(client))
    this.#held = client
    return client
  }

  #drop(client: pg.PoolClient): void {
    if (this.#held !== client) return
    this.#held = undefined
    client.release(true)
  }
}
