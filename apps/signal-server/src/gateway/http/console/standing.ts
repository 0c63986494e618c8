import type { CustomerId, InteractionId } from '@beckon/shared/model/ids'
import type { Program } from '@beckon/shared/model/principal'
import { type Action, can } from '@beckon/shared/rules/permissions'
import type pg from 'pg'
import { readStanding, type Standing } from '../../../stores/read-history.ts'
import { servedMs } from '../../served.ts'
import type { StaffPrincipal } from '../../auth/authenticate.ts'
import { notFound } from '../http-problem.ts'

export type Reader = StaffPrincipal | Program

/** One interaction: an agent's own stays readable; what is not theirs to see looks absent. */
export async function mayRead(db: pg.Pool, who: Reader, action: Action, id: InteractionId, now: number): Promise<void> {
  const { own, served } = await standingOf(db, who, id, now)
  if (!can(who, action, own ? 'own' : served ? 'served' : 'site')) throw notFound()
}

/** The past of its customer: theirs who serve the customer now, not whose interaction it once was. */
export async function mayReadPast(
  db: pg.Pool,
  who: Reader,
  action: Action,
  id: InteractionId,
  now: number,
): Promise<Standing & { customerId: CustomerId }> {
  const { customerId, ...standing } = await standingOf(db, who, id, now)
  if (customerId === null || !can(who, action, standing.served ? 'served' : 'site')) throw notFound()
  return { ...standing, customerId }
}

async function standingOf(db: pg.Pool, who: Reader, id: InteractionId, now: number): Promise<Standing> {
  const agentId = who.kind === 'staff' ? who.agentId : null
  const standing = await readStanding(db, who.siteId, id, agentId, now - servedMs)
  if (!standing) throw notFound()
  return standing
}
