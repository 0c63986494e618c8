import type { Principal, Program } from '@beckon/shared/model/principal'
import { can, type Relation } from '@beckon/shared/rules/permissions'
import { readSentFile, type SentFile } from '../../../stores/read-file.ts'
import { readStanding } from '../../../stores/read-history.ts'
import { servedMs } from '../../served.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { notFound } from '../http-problem.ts'

/** A sent file, for whoever may read the transcript it stands in; to anybody else it looks absent. */
export async function findFile(
  { db, clock }: Pick<HttpGatewayOptions, 'db' | 'clock'>,
  who: Principal | Program,
  id: string,
): Promise<SentFile> {
  const file = await readSentFile(db, who.siteId, id)
  const relation = file && (await relationTo(db, who, file, clock.now() - servedMs))
  if (!file || !relation || !can(who, 'file:read', relation)) throw notFound()
  return file
}

async function relationTo(
  db: HttpGatewayOptions['db'],
  who: Principal | Program,
  { interactionId, streamKind }: SentFile,
  since: number,
): Promise<Relation | undefined> {
  const agentId = who.kind === 'staff' ? who.agentId : null
  const standing = await readStanding(db, who.siteId, interactionId, agentId, since)
  if (!standing) return undefined
  if (who.kind === 'customer')
    return standing.customerId === who.customerId && streamKind === 'conversation' ? 'own' : undefined
  return standing.own ? 'own' : standing.served ? 'served' : 'site'
}
