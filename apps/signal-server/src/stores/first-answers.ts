import type pg from 'pg'

/** A request that came with an `Idempotency-Key`. */
export interface RequestKey {
  actorId: string
  key: string
  /** Of method, path and body. */
  hash: string
}

/** What was answered first. */
export interface FirstAnswer {
  hash: string
  reply: object
}

export async function readFirstAnswer(
  client: pg.ClientBase,
  { actorId, key }: RequestKey,
): Promise<FirstAnswer | undefined> {
  const { rows } = await client.query<FirstAnswer>(
    'select hash, reply from idempotency_keys where actor_id = $1 and key = $2',
    [actorId, key],
  )
  return rows[0]
}

export async function keepFirstAnswer(
  client: pg.ClientBase,
  { actorId, key, hash }: RequestKey,
  reply: object,
  now: number,
): Promise<void> {
  await client.query('insert into idempotency_keys (actor_id, key, hash, reply, at) values ($1, $2, $3, $4, $5)', [
    actorId,
    key,
    hash,
    JSON.stringify(reply),
    now,
  ])
}
