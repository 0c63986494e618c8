import type { InteractionId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/** A file that was sent, and where. */
export interface SentFile {
  id: string
  interactionId: InteractionId
  streamKind: string
  name: string
  type: string
  size: number
  /** SHA-256, hex. */
  hash: string
}

/** Undefined also for one that is not sent yet: nobody reads it before. */
export async function readSentFile(db: pg.Pool, siteId: SiteId, id: string): Promise<SentFile | undefined> {
  const { rows } = await db.query<SentFile>({
    name: 'sent-file',
    text: `select f.id, s.interaction_id as "interactionId", s.kind as "streamKind", f.name, f.type, f.size,
        encode(f.hash, 'hex') as hash
      from files f join streams s on s.id = f.stream_id join entries e on e.stream_id = f.stream_id and e.id = f.id
      where f.id = $1 and s.site_id = $2`,
    values: [id, siteId],
  })
  return rows[0]
}

/** Its bytes, part after part, so that no more than one is held. */
export async function* readFileBytes(db: pg.Pool, { id, size }: SentFile): AsyncGenerator<Buffer> {
  for (let start = 0; start < size; ) {
    const { rows } = await db.query<{ bytes: Buffer }>({
      name: 'file-part',
      text: 'select bytes from file_parts where file_id = $1 and start = $2',
      values: [id, start],
    })
    const bytes = rows[0]?.bytes
    if (!bytes) throw new Error('a part of a file is missing')
    yield bytes
    start += bytes.length
  }
}
