import type { Draft } from '../src/domain/draft.ts'
import type { PresenceChangeRow } from '../src/domain/record-rows.ts'
import type { NewEntry, Rows, StreamRow, Table } from '../src/domain/rows.ts'
import type { SiteInfo, SiteLists } from '../src/domain/site-lists.ts'
import { SiteState } from '../src/domain/site-state.ts'
import { checkRow, checkUpdate, type Stored, type Tables } from './row-constraints.ts'
import { tables } from './state-snapshot.ts'

interface StoredStream extends StreamRow {
  closed: boolean
  entries: NewEntry[]
}

/** The database of one site, in memory: version compare-and-set, the migration's constraints, all or nothing. */
export class RowStore {
  readonly site: SiteInfo
  lists: SiteLists
  version = 0
  nextDue: number | null = null
  tables: Tables = {
    settings: new Map(),
    paces: new Map(),
    customers: new Map(),
    agents: new Map(),
    presences: new Map(),
    tabs: new Map(),
    dialogues: new Map(),
    dataSessions: new Map(),
    interactions: new Map(),
    offers: new Map(),
    calls: new Map(),
  }
  readonly streams = new Map<string, StoredStream>()
  /** As they were committed. */
  readonly presenceChanges: PresenceChangeRow[] = []

  constructor(site: SiteInfo, lists: SiteLists) {
    this.site = site
    this.lists = lists
  }

  /** Rows that are there before the first command. */
  seed<T extends Table>(table: T, row: Rows[T]): void {
    ;(this.tables[table] as Map<string, Stored<Rows[T]>>).set(row.id, { row: frozen(structuredClone(row)), version: 0 })
  }

  all<T extends Table>(table: T): Rows[T][] {
    return [...(this.tables[table] as Map<string, Stored<Rows[T]>>).values()].map((stored) => stored.row)
  }

  find<T extends Table>(table: T, id: string | null): Rows[T] | undefined {
    return id === null ? undefined : (this.tables[table] as Map<string, Stored<Rows[T]>>).get(id)?.row
  }

  /** The new version, or undefined and nothing written: the site has moved on. Throws `RowRefused` on a constraint. */
  commit(expected: number, draft: Draft, nextDue: number | null): number | undefined {
    if (expected !== this.version) return undefined
    const next = { ...this.tables }
    for (const table of tables) {
      const rows = [...(draft.rows.get(table)?.values() ?? [])]
      if (rows.length === 0) continue
      const written = new Map<string, Stored<Rows[Table]>>(next[table])
      next[table] = written as never
      // As the function does it: what has ended or is removed makes room before the next one takes it.
      if (table === 'offers' || table === 'presences') rows.sort((a, b) => rank(a) - rank(b))
      for (const row of rows) {
        checkUpdate(table, written.get(row.id)?.row, row)
        written.set(row.id, { row: frozen(structuredClone(row)), version: this.version + 1 })
        checkRow(next, table, row)
      }
    }
    this.tables = next
    this.#write(draft)
    this.nextDue = nextDue
    return ++this.version
  }

  /** The function drops what is said in a closed stream; here it is an error, because the domain never should. */
  #write(draft: Draft): void {
    this.presenceChanges.push(...draft.presenceChanges)
    for (const stream of draft.streams) this.streams.set(stream.id, { ...stream, closed: false, entries: [] })
    for (const entry of draft.entries) {
      const stream = this.streams.get(entry.streamId)
      if (!stream || stream.closed)
        throw new Error(`${entry.body.kind} said in a stream that is ${stream ? 'closed' : 'absent'}`)
      stream.entries.push(entry)
    }
    for (const id of draft.closedStreams) {
      const stream = this.streams.get(id)
      if (!stream) throw new Error('an absent stream was closed')
      stream.closed = true
    }
  }

  /** A memory made anew from the rows. */
  load(): SiteState {
    const state = new SiteState(this.site, this.lists, this.version)
    const open = this.all('interactions').filter((row) => row.status !== 'closed')
    const people = new Set<string | null>(open.map((row) => row.customerId))
    const sessions = new Set<string | null>(open.map((row) => row.dataSessionId))
    for (const { table, row } of this.changedSince(-1)) {
      if (table === 'customers' && !people.has(row.id)) continue
      if (table === 'dataSessions' && !sessions.has(row.id)) continue
      state.put(table, row)
    }
    return state
  }

  /** What a memory at `version` has missed; dialogues stay in the database. */
  changedSince(version: number): { table: Table; row: Rows[Table] }[] {
    return tables.flatMap((table) => {
      if (table === 'dialogues') return []
      const stored = [...this.tables[table].values()] as Stored<Rows[Table]>[]
      return stored.filter((s) => s.version > version).map((s) => ({ table, row: s.row }))
    })
  }
}

/** Rows are shared with every memory that reads them: nobody may change one in place. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

const rank = (row: Rows[Table]): number =>
  ('status' in row && row.status === 'pending') || ('removedAt' in row && row.removedAt === null) ? 1 : 0
