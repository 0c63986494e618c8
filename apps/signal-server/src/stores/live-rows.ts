import type { SiteId } from '@beckon/shared/model/ids'
import pg from 'pg'
import type { Rows, Table } from '../domain/rows.ts'
import { inTransaction } from './in-transaction.ts'
import { columnName, keyName } from './row-names.ts'
import { readSiteHead, type SiteRows, tables } from './site-rows.ts'

const open = `from interactions where site_id = $1 and status <> 'closed'`

/** Which rows of a table still live; all of the site where nothing is said. */
const which: { [T in Table]?: string } = {
  settings: 'id = $1',
  customers: `id in (select customer_id ${open})`,
  agents: 'site_id = $1 and disabled_at is null',
  tabs: 'site_id = $1 and closed_at is null',
  dataSessions: `id in (select data_session_id ${open})`,
  interactions: `site_id = $1 and status <> 'closed'`,
  offers: `site_id = $1 and status = 'pending'`,
  calls: `site_id = $1 and state <> 'ended'`,
}

/** A site with a hundred thousand open contacts takes a second, and must not be given up for that. */
const withinMs = 60_000

/** Every row of a site that still lives, in one snapshot. Undefined: no such site. */
export function readLiveRows(db: pg.Pool, id: SiteId): Promise<SiteRows | undefined> {
  return inTransaction(db, async (client) => {
    // Each row is one look into an index, whatever the planner believes of tables that nobody has analysed.
    await client.query(
      `set transaction isolation level repeatable read, read only; set local statement_timeout = ${withinMs};
      set local idle_in_transaction_session_timeout = ${withinMs}; set local jit = off;
      set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`,
    )
    const head = await readSiteHead(client, id)
    if (!head) return undefined
    const rows: Partial<Record<Table, object[]>> = {}
    for (const table of tables) rows[table] = await readTable(client, table, id)
    return { ...head, rows: rows as SiteRows['rows'] }
  })
}

/** Not as JSON, which costs PostgreSQL several times as much. */
async function readTable<T extends Table>(client: pg.ClientBase, table: T, id: SiteId): Promise<Rows[T][]> {
  const from = columnName(table)
  const { fields } = await client.query(`select * from ${from} limit 0`)
  const columns = fields.filter(({ name }) => !ofTheTable.has(name)).map(({ name }) => `${name} as "${keyName(name)}"`)
  const { rows } = await client.query<Rows[T]>({
    text: `select ${columns.join(', ')} from ${from} where ${which[table] ?? 'site_id = $1'}`,
    values: [id],
    types: sharing(new Map()),
  })
  return rows
}

/** The same in all rows of a memory. */
const ofTheTable: ReadonlySet<string> = new Set(['site_id', 'version'])

/** So many different values are kept, of this length at most. */
const most = { values: 1_000, length: 500 }

/** Rows never change in place, so that those with the same value share it: plans of a queue, bags with nothing in them. */
function sharing(known: Map<string, unknown>): pg.CustomTypesConfig {
  const shared = (text: string): unknown => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value: unknown = JSON.parse(text)
    if (text.length <= most.length && known.size < most.values) known.set(text, value)
    return value
  }
  const getTypeParser: typeof pg.types.getTypeParser = (type: number) =>
    type === pg.types.builtins.JSONB ? shared : pg.types.getTypeParser(type)
  return { getTypeParser }
}
