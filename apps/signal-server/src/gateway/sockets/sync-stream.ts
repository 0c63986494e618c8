import type { Entry } from '@beckon/shared/model/entry'
import type { StreamId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import { ok, type Reply, refuse } from '@beckon/shared/protocol/reply'
import { limits } from '@beckon/shared/protocol/version'
import { can, type Relation } from '@beckon/shared/rules/permissions'
import type pg from 'pg'
import { servedMs } from '../served.ts'
import { readEntries, readStreamOwner, type StreamOwner } from '../../stores/read-entries.ts'

/** The entries of a stream after `after`, for who may read it; to anybody else it looks absent. */
export async function syncStream(
  db: pg.Pool,
  who: Principal,
  now: number,
  asked: { streamId: StreamId; after: number },
): Promise<Reply<{ entries: Entry[]; head: number }>> {
  // Both at once, because a call waits for its first signals; what is not theirs is not told.
  const [owner, entries] = await Promise.all([
    readStreamOwner(db, asked.streamId),
    readEntries(db, asked.streamId, asked.after, limits.syncPage),
  ])
  const relation = owner && relationTo(owner, who, now)
  if (!owner || !relation || !can(who, 'stream:sync', relation)) return refuse('not-found')
  return ok({ entries, head: Math.max(owner.head, entries.at(-1)?.seq ?? 0) })
}

function relationTo(owner: StreamOwner, who: Principal, now: number): Relation | undefined {
  if (owner.siteId !== who.siteId) return undefined
  if (who.kind === 'customer') return owner.customerId === who.customerId && owner.kind !== 'desk' ? 'own' : undefined
  if (owner.ownerId === who.agentId) {
    if (owner.closedAt === null) return 'own'
    return owner.closedAt > now - servedMs && owner.kind !== 'call' ? 'served' : undefined
  }
  return owner.kind === 'call' ? undefined : 'site'
}
