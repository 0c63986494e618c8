import type { StreamKind } from '@beckon/shared/model/entry'
import type { Principal } from '@beckon/shared/model/principal'
import type pg from 'pg'

/** An upload is purged a day after its start; an hour before, it can no longer be sent, so that no entry loses its file. */
export const unsentMs = 86_400_000
const sendableMs = unsentMs - 3_600_000

export interface SendableFile {
  streamKind: StreamKind
  name: string
  type: string
  size: number
}

/** The whole upload `id` of this person for this stream; one that was sent already still counts. */
export async function readSendableFile(
  db: pg.Pool,
  who: Principal,
  id: string,
  streamId: string,
): Promise<SendableFile | undefined> {
  const { rows } = await db.query<SendableFile>({
    name: 'sendable-file',
    text: `select s.kind as "streamKind", f.name, f.type, f.size
      from files f join streams s on s.id = f.stream_id join interactions i on i.id = s.interaction_id
      where f.id = $1 and f.stream_id = $2 and f.received = f.size
        -- a visitor who has proved to be a customer sends as that customer
        and case f.author_kind when 'agent' then f.author_id = $4 else i.customer_id = $3 end
        and (f.at > extract(epoch from now()) * 1000 - $5
          or exists (select from entries e where e.stream_id = f.stream_id and e.id = f.id))`,
    values: [
      id,
      streamId,
      who.kind === 'customer' ? who.customerId : null,
      who.kind === 'staff' ? who.agentId : null,
      sendableMs,
    ],
  })
  return rows[0]
}
