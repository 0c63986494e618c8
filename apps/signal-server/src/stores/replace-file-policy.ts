import type { SiteId } from '@beckon/shared/model/ids'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import type pg from 'pg'

export async function replaceFilePolicy(db: pg.ClientBase, id: SiteId, { kinds, maxBytes }: FilePolicy): Promise<void> {
  await db.query('update sites set file_kinds = $2, file_max_bytes = $3 where id = $1', [id, kinds, maxBytes])
}
