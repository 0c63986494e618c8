import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { RequestKey } from '../../../stores/first-answers.ts'
import { HttpProblem } from '../http-problem.ts'
import type { Asker } from '../route-access.ts'
import { actorOf } from './actor-of.ts'

/** Of a POST that came with an `Idempotency-Key` [RS4]. */
export function requestKey(request: FastifyRequest, asker: Asker): RequestKey | undefined {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(key)) throw new HttpProblem('invalid', 'Idempotency-Key')
  const hash = createHash('sha256')
    .update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
  return { actorId: actorOf(asker).actorId ?? '', key, hash }
}
