import type pg from 'pg'

/**
 * One connection of the pool, kept for a caller who always has the next statement ready: what it asks leaves in the
 * same turn, without waiting for a connection, and its plans are at hand. Any failure gives the connection back; the
 * next use takes another. While it is in use others of the pool serve.
 */
export class HeldConnection {
  readonly #pool: pg.Pool
  #held: pg.PoolClient | undefined
  #busy = false

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async use<T>(act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    if (this.#busy) return this.#aside(act)
    this.#busy = true
    try {
      return await this.#ahead(act)
    } finally {
      this.#busy = false
    }
  }

  /** The pool can only end when it has all its connections back. */
  release(): void {
    if (this.#held) this.#drop(this.#held)
  }

  async #ahead<T>(act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = this.#held ?? (await this.#take())
    try {
      return await act(client)
    } catch (error) {
      this.#drop(client)
      throw error
    }
  }

  async #aside<T>(act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    let failed = true
    try {
      const done = await act(client)
      failed = false
      return done
    } finally {
      client.release(failed)
    }
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
