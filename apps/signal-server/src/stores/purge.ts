import type pg from 'pg'
import { unsentMs } from './sendable-file.ts'

const hour = 3_600_000
const day = 24 * hour

/** What nobody can ask for any more, and how long after its end it goes: in small bites, so that no lock is held long. */
const spent = [
  { table: 'commands', key: '(actor_id, id)', where: 'at < $1', afterMs: 7 * day },
  { table: 'idempotency_keys', key: '(actor_id, key)', where: 'at < $1', afterMs: day },
  { table: 'presences', key: 'id', where: 'removed_at < $1', afterMs: day },
  { table: 'tabs', key: 'id', where: 'closed_at < $1', afterMs: day },
  {
    table: 'nodes',
    key: 'id',
    where: 'lost_at < $1 and not exists (select 1 from tabs where node_id = nodes.id and closed_at is null)',
    afterMs: day,
  },
  // Signals tell network addresses; once the call is over they are nobody's business. A week's calls are looked at, so
  // that the search does not grow with the past.
  {
    table: 'entries',
    key: '(stream_id, seq)',
    where: `stream_id in (select id from streams where kind = 'call' and closed_at between $1::bigint - ${7 * day} and $1)`,
    afterMs: hour,
  },
  // A week's uploads are looked at, so that the search does not grow with the past.
  {
    table: 'files',
    key: 'id',
    where: `at between $1::bigint - ${7 * day} and $1
      and not exists (select from entries e where e.stream_id = files.stream_id and e.id = files.id)`,
    afterMs: unsentMs,
  },
] as const

/** Rows of each kind that go at most in one call. */
const bite = 5_000

/** Deletes what is spent; returns how many rows went. */
export async function purge(db: pg.Pool, now: number): Promise<number> {
  let gone = 0
  for (const { table, key, where, afterMs } of spent) {
    const columns = key.replace(/[()]/g, '')
    const { rowCount } = await db.query(
      `delete from ${table} where ${key} in (select ${columns} from ${table} where ${where} limit ${bite})`,
      [now - afterMs],
    )
    gone += rowCount ?? 0
  }
  return gone
}
