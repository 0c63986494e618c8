import type pg from 'pg'

/** On a connection that waits as long as it takes. */
export async function patiently(db: pg.Pool, text: string, values: unknown[] = []): Promise<void> {
  const client = await db.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query(text, values)
  } finally {
    client.release(true)
  }
}
