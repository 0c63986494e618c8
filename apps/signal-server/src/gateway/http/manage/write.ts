import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { AuditRow } from '../../../domain/record-rows.ts'
import { changeSite } from '../../../stores/change-site.ts'
import { keepFirstAnswer, readFirstAnswer } from '../../../stores/first-answers.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { actorOf } from './actor-of.ts'
import { requestKey } from './request-key.ts'

/** What a change made of something, and what the audit says of it. */
export interface Written<T> {
  value: T
  /** Null: it was so already, or has been written with its own. */
  audit: Pick<AuditRow, 'action' | 'target' | 'before' | 'after'> | null
}

export interface Writing<T> {
  change(client: pg.ClientBase): Promise<Written<T>>
  /** Of the answer, what is told only once. */
  secret?: keyof T
}

/** One change of what administrators set: under the site's lock, audited, and once for one `Idempotency-Key` [RS4]. */
export async function write<T extends object>(
  { db, clock, ids }: HttpGatewayOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { change, secret }: Writing<T>,
): Promise<T> {
  const asker = askerOf(request)
  const key = requestKey(request, asker)
  const now = clock.now()
  return changeSite(db, asker.principal.siteId, now, async (client) => {
    const first = key && (await readFirstAnswer(client, key))
    if (key && first) {
      if (first.hash !== key.hash) throw new HttpProblem('conflict', 'the Idempotency-Key came with another request')
      reply.header('idempotency-replayed', 'true')
      return { value: first.reply as T, written: null }
    }
    const { value, audit } = await change(client)
    if (key) await keepFirstAnswer(client, key, { ...value, ...(secret && { [secret]: undefined }) }, now)
    const row = audit && { ...actorOf(asker), ...audit, id: ids.uuid() }
    return { value, written: row && { audit: [row] } }
  })
}
