import type { EntryAuthor, EntryBody } from '@beckon/shared/model/entry'
import type { StreamId } from '@beckon/shared/model/ids'
import type { AuditRow, PresenceChangeRow } from './record-rows.ts'
import type { NewEntry, Rows, StreamRow, Table } from './rows.ts'
import type { SiteState } from './site-state.ts'

/** Where ids come from; an argument, so that the domain stays pure. */
export interface Ids {
  uuid(): string
  random(bytes: number): Uint8Array
}

interface Step {
  table: Table
  id: string
  before: Rows[Table] | undefined
  written: Rows[Table] | undefined
}

const system: EntryAuthor = { kind: 'system', name: '' }

/** What a batch of commands wants written. Rows go into the state at once, so that the next command sees them. */
export class Draft {
  readonly state: SiteState
  readonly now: number
  readonly ids: Ids
  /**
   * Read from the streams for this batch: since when the customers of these interactions are silent; null: it is the
   * agent's turn.
   */
  readonly silences: ReadonlyMap<string, number | null>
  /** Rows to write, whole, the last one of each id. */
  readonly rows = new Map<Table, Map<string, Rows[Table]>>()
  readonly streams: StreamRow[] = []
  readonly closedStreams: StreamId[] = []
  readonly entries: NewEntry[] = []
  readonly audit: AuditRow[] = []
  readonly presenceChanges: PresenceChangeRow[] = []
  readonly #steps: Step[] = []

  constructor(state: SiteState, now: number, ids: Ids, silences: ReadonlyMap<string, number | null> = new Map()) {
    this.state = state
    this.now = now
    this.ids = ids
    this.silences = silences
  }

  put<T extends Table>(table: T, row: Rows[T]): void {
    const written = this.rows.get(table) ?? new Map<string, Rows[Table]>()
    this.rows.set(table, written)
    const before = this.state.put(table, row)
    this.#steps.push({ table, id: row.id, before, written: written.get(row.id) })
    written.set(row.id, row)
  }

  openStream(stream: StreamRow): void {
    this.streams.push(stream)
  }

  closeStream(id: StreamId): void {
    this.closedStreams.push(id)
  }

  /** Says something in a stream in the system's name, or an author's. */
  say(streamId: StreamId, body: EntryBody, author: EntryAuthor = system, authorId: string | null = null): void {
    this.entries.push({ streamId, id: this.ids.uuid(), author, authorId, body })
  }

  get isEmpty(): boolean {
    return this.#steps.length === 0 && this.entries.length === 0
  }

  /** Each row written, as it was before the draft and as it is now. */
  changes(): { table: Table; before: Rows[Table] | undefined; after: Rows[Table] }[] {
    const first = new Map<Rows[Table] | undefined, Step>()
    for (const step of this.#steps) {
      const after = this.rows.get(step.table)?.get(step.id)
      if (!first.has(after)) first.set(after, step)
    }
    return [...first].flatMap(([after, { table, before }]) => (after ? [{ table, before, after }] : []))
  }

  /** A point to come back to when a command is refused after it began to write. */
  mark(): () => void {
    const steps = this.#steps.length
    const streams = this.streams.length
    const closed = this.closedStreams.length
    const entries = this.entries.length
    const audit = this.audit.length
    const presenceChanges = this.presenceChanges.length
    return () => {
      this.#undoTo(steps)
      this.streams.length = streams
      this.closedStreams.length = closed
      this.entries.length = entries
      this.audit.length = audit
      this.presenceChanges.length = presenceChanges
    }
  }

  /** Takes every row of the draft out of the state again. */
  undo(): void {
    this.#undoTo(0)
  }

  #undoTo(length: number): void {
    while (this.#steps.length > length) {
      const step = this.#steps.pop()
      if (!step) return
      if (step.before) this.state.put(step.table, step.before)
      else this.state.drop(step.table, step.id)
      const written = this.rows.get(step.table)
      if (step.written) written?.set(step.id, step.written)
      else written?.delete(step.id)
    }
  }
}
