import type { FileType } from '@beckon/shared/rules/file-types'
import type pg from 'pg'
import { inTransaction } from './in-transaction.ts'

export interface FileAuthor {
  kind: 'customer' | 'agent'
  id: string
}

/** What an upload meets: where it would go, what the site takes, and what its author has uploaded lately. */
export interface UploadPlace {
  siteId: string
  streamKind: string
  closedAt: number | null
  customerId: string
  ownerId: string | null
  kinds: string[]
  maxBytes: number
  /** Other uploads of this author since `since`. */
  recentFiles: number
  recentBytes: number
}

export async function readUploadPlace(
  db: pg.Pool,
  asked: { streamId: string; fileId: string; author: FileAuthor; since: number },
): Promise<UploadPlace | undefined> {
  const { rows } = await db.query<UploadPlace>({
    name: 'upload-place',
    text: `select s.site_id as "siteId", s.kind as "streamKind", s.closed_at as "closedAt", i.customer_id as "customerId",
        i.owner_id as "ownerId", t.file_kinds as kinds, t.file_max_bytes as "maxBytes",
        r.files as "recentFiles", r.bytes as "recentBytes"
      from streams s join interactions i on i.id = s.interaction_id join sites t on t.id = s.site_id,
        lateral (select count(*)::bigint as files, coalesce(sum(f.size), 0)::bigint as bytes from files f
          where f.author_id = $2 and f.at > $3 and f.id <> $4) r
      where s.id = $1`,
    values: [asked.streamId, asked.author.id, asked.since, asked.fileId],
  })
  return rows[0]
}

export interface StoredFile {
  streamId: string
  authorId: string
  name: string
  type: string
  size: number
  received: number
}

export async function readStoredFile(db: pg.Pool, id: string): Promise<StoredFile | undefined> {
  const { rows } = await db.query<StoredFile>({ name: 'stored-file', text: storedFile, values: [id] })
  return rows[0]
}

const storedFile = `select stream_id as "streamId", author_id as "authorId", name, type, size, received
  from files where id = $1`

export interface NewFile {
  id: string
  streamId: string
  author: FileAuthor
  name: string
  type: FileType
  size: number
  at: number
}

/** Begins an upload; one of this id that is there already is left as it is. */
export async function beginFile(db: pg.Pool, file: NewFile): Promise<void> {
  await db.query({
    name: 'begin-file',
    text: `insert into files (id, stream_id, author_kind, author_id, name, type, size, received, at)
      values ($1, $2, $3, $4, $5, $6, $7, 0, $8) on conflict (id) do nothing`,
    values: [file.id, file.streamId, file.author.kind, file.author.id, file.name, file.type, file.size, file.at],
  })
}

/**
 * Adds the part that begins at `start` if the file ends there; returns how far it reaches now. A part sent again, or
 * one beyond the end, changes nothing; undefined: other bytes stand there already.
 */
export function addPart(db: pg.Pool, id: string, start: number, bytes: Buffer): Promise<number | undefined> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<{ received: number }>({
      name: 'lock-file',
      text: 'select received from files where id = $1 for update',
      values: [id],
    })
    const known = rows[0]?.received
    if (known === undefined) return undefined
    if (start !== known) return (await isOther(client, id, start, bytes)) ? undefined : known
    await client.query({
      name: 'add-file-part',
      text: 'insert into file_parts (file_id, start, bytes) values ($1, $2, $3)',
      values: [id, start, bytes],
    })
    const received = start + bytes.length
    await client.query({
      name: 'raise-file',
      text: `update files set received = $2, hash = case when $2 = size then
          (select sha256(string_agg(bytes, ''::bytea order by start)) from file_parts where file_id = $1) end
        where id = $1`,
      values: [id, received],
    })
    return received
  })
}

/** Whether the part that begins there holds other bytes, as far as both go. */
async function isOther(client: pg.ClientBase, id: string, start: number, bytes: Buffer): Promise<boolean> {
  const { rows } = await client.query<{ bytes: Buffer }>({
    name: 'file-part',
    text: 'select bytes from file_parts where file_id = $1 and start = $2',
    values: [id, start],
  })
  const there = rows[0]?.bytes
  if (!there) return false
  const length = Math.min(there.length, bytes.length)
  return !there.subarray(0, length).equals(bytes.subarray(0, length))
}
