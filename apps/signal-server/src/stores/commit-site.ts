import type { NodeId, SiteId } from '@beckon/shared/model/ids'
import type { Reply } from '@beckon/shared/protocol/reply'
import type pg from 'pg'
import type { Draft } from '../domain/draft.ts'
import type { NewEntry } from '../domain/rows.ts'
import { columnName, toColumns } from './row-names.ts'

/** One committed command, so that the same id sent again gets the same reply. */
export interface CommandRecord {
  actorId: string
  id: string
  /** Of name and payload. */
  hash: string
  reply: Reply<unknown>
}

export interface SiteCommit {
  siteId: SiteId
  nodeId: NodeId
  expected: number
  nextDue: number | null
  draft: Draft
  commands: readonly CommandRecord[]
}

export interface Committed {
  version: number
  /** `i` is the entry's place in the draft, from 1. */
  entries: { i: number; seq: number; ord: number }[]
}

const entryColumns = (entry: NewEntry): object => ({
  stream_id: entry.streamId,
  id: entry.id,
  author_kind: entry.author.kind,
  author_id: entry.authorId,
  author_name: entry.author.name,
  body: entry.body,
})

/** Writes a draft if the site is still at `expected`; undefined and nothing written otherwise. */
export async function commitSite(db: pg.Pool, commit: SiteCommit): Promise<Committed | undefined> {
  const { draft } = commit
  const rows: Record<string, object[]> = {}
  for (const [table, written] of draft.rows) {
    if (written.size > 0) rows[columnName(table)] = [...written.values()].map(toColumns)
  }
  if (draft.audit.length > 0) rows['audit'] = draft.audit.map(toColumns)
  if (draft.presenceChanges.length > 0) rows['presence_changes'] = draft.presenceChanges.map(toColumns)
  const result = await db.query<{ committed: Committed | null }>({
    name: 'commit-site',
    text: 'select commit_site($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as committed',
    values: [
      commit.siteId,
      commit.expected,
      draft.now,
      commit.nodeId,
      commit.nextDue,
      JSON.stringify(rows),
      JSON.stringify(draft.streams.map(toColumns)),
      JSON.stringify(draft.entries.map(entryColumns)),
      draft.closedStreams,
      JSON.stringify(commit.commands.map(toColumns)),
    ],
  })
  return result.rows[0]?.committed ?? undefined
}

/** The first replies of commands that may have been committed, by id. */
export async function readCommandRecords(
  db: pg.Pool,
  actorIds: readonly string[],
  ids: readonly string[],
): Promise<CommandRecord[]> {
  const { rows } = await db.query<{ actor_id: string; id: string; hash: string; reply: Reply<unknown> }>({
    name: 'command-records',
    text: 'select c.* from unnest($1::uuid[], $2::uuid[]) as asked (actor_id, id) join commands c using (actor_id, id)',
    values: [actorIds, ids],
  })
  return rows.map((row) => ({ actorId: row.actor_id, id: row.id, hash: row.hash, reply: row.reply }))
}
