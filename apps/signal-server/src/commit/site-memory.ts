import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { Rows, Table } from '../domain/rows.ts'
import { SiteState } from '../domain/site-state.ts'
import { readCustomers, readSiteRows, type SiteRows } from '../stores/site-rows.ts'
import { releaseEnded, type Change } from './changes.ts'

/** A site as the database holds it now; undefined: there is none. */
export async function loadSite(db: pg.Pool, siteId: SiteId): Promise<SiteState | undefined> {
  const read = await readSiteRows(db, siteId, -1)
  if (!read) return undefined
  const state = new SiteState(read.site, read, read.version)
  putAll(state, read)
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
  const read = await readSiteRows(db, state.site.id, state.version)
  if (!read || read.version <= state.version) return { changes: [], reconfigured: false }
  if (read.site.madeAt !== state.site.madeAt) throw new AnotherLife('the site was made anew')
  const reconfigured = state.configure(read.site, read)
  const changes = putAll(state, read)
  state.version = read.version
  releaseEnded(state, changes)
  return { changes, reconfigured }
}

function putAll(state: SiteState, read: SiteRows): Change[] {
  const changes: Change[] = []
  const put = <T extends Table>(table: T, rows: readonly Rows[T][] | undefined): void => {
    for (const after of rows ?? []) {
      changes.push({ table, before: state.get(table, after.id), after })
      state.put(table, after)
    }
  }
  for (const table of Object.keys(read.rows) as Table[]) put(table, read.rows[table])
  return changes
}

/** Brings in the customers a batch speaks of; only those with something open are kept in memory. */
export async function bringCustomers(db: pg.Pool, state: SiteState, ids: ReadonlySet<string>): Promise<void> {
  const absent = [...ids].filter((id) => !state.customers.has(id))
  if (absent.length === 0) return
  for (const row of await readCustomers(db, state.site.id, absent)) state.put('customers', row)
}
