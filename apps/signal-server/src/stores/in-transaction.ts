import type pg from 'pg'

/** How long a transaction may ask nothing: a process paused in the middle of one must not hold its locks for longer. */
const idleMs = 2_000

/** All of it or nothing. Whoever falls silent in the middle, or loses the connection, finds nothing written. */
export async function inTransaction<T>(db: pg.Pool, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.connect()
  let broken: Error | undefined
  // The pool listens only while it holds the connection itself; nobody else would hear it break between two queries.
  const breaks = (error: Error) => {
    broken = error
  }
  client.on('error', breaks)
  try {
    await client.query(`begin; set local idle_in_transaction_session_timeout = ${idleMs}`)
    const result = await run(client)
    await client.query('commit')
    return result
  } catch (error) {
    const cause = broken ?? error
    await client.query('rollback').catch(breaks)
    throw cause
  } finally {
    client.off('error', breaks)
    client.release(broken)
  }
}
