import type pg from 'pg'

/** All of it or nothing. */
export async function inTransaction<T>(db: pg.Pool, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.connect()
  try {
    await client.query('begin')
    const result = await run(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      // The connection itself is gone: it must not go back into the pool.
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}
