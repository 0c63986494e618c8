import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { Rows, Table } from '../domain/rows.ts'
import { SiteState } from '../domain/site-state.ts'
import { readLiveRows } from '../stores/live-rows.ts'
import { readChangedRows, readCustomers, type SiteRows } from '../stores/site-rows.ts'
import { releaseEnded, type Change } from './changes.ts'

/** A site as the database holds it now; undefined: there is none. */
export async function loadSite(db: pg.Pool, siteId: SiteId): Promise<SiteState | undefined> {
  const read = await readLiveRows(db, siteId)
  if (!read) return undefined
  const state = new SiteState(read.site, read, read.version)
  putAll(read, (table, row) => state.put(table, row))
  return state
}

/** The rows a memory holds are not those of the site any more: it was made anew. */
export class AnotherLife extends Error {
  override readonly name = 'AnotherLife'
}

export interface CaughtUp {
  changes: Change[]
  /** Administrators have set something else: who waits may have to be routed anew. */
  reconfigured: boolean
}

/** Takes in what other nodes committed since; returns what changed. Throws `AnotherLife`. */
export async function catchUp(db: pg.Pool, state: SiteState): Promise<CaughtUp> {
  const read = await readChangedRows(db, state.site.id, state.version)
  if (!read || read.version <= state.version) return { changes: [], reconfigured: false }
  if (read.site.madeAt !== state.site.madeAt) throw new AnotherLife('the site was made anew')
  const reconfigured = state.configure(read.site, read)
  const changes: Change[] = []
  putAll(read, (table, after) => {
    changes.push({ table, before: state.get(table, after.id), after })
    state.put(table, after)
  })
  state.version = read.version
  releaseEnded(state, changes)
  return { changes, reconfigured }
}

function putAll({ rows }: SiteRows, put: <T extends Table>(table: T, row: Rows[T]) => void): void {
  for (const table of Object.keys(rows) as Table[]) for (const row of rows[table] ?? []) put(table, row)
}

/** Brings in the customers a batch speaks of; only those with something open are kept in memory. */
export async function bringCustomers(db: pg.Pool, state: SiteState, ids: ReadonlySet<string>): Promise<void> {
  const absent = [...ids].filter((id) => !state.customers.has(id))
  if (absent.length === 0) return
  for (const row of await readCustomers(db, state.site.id, absent)) state.put('customers', row)
}
