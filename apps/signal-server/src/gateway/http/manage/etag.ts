import { createHash } from 'node:crypto'
import { canonical } from '@beckon/shared/rules/canonical'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../http-problem.ts'

/** Of what is told: equal contents are the same version. */
export const etagOf = (told: object): string =>
  `"${createHash('sha256').update(canonical(told)).digest('base64url').slice(0, 22)}"`

/** Sends one thing with its version. */
export function withEtag<T extends object>(reply: FastifyReply, told: T): T {
  reply.header('etag', etagOf(told))
  return told
}

/** `If-Match` names the version a change was made from; without it the last writer wins. */
export function mustMatch(request: FastifyRequest, present: object): void {
  const asked = request.headers['if-match']
  if (asked === undefined || asked === '*') return
  const versions = asked.split(',').map((version) => version.trim())
  if (!versions.includes(etagOf(present))) throw new HttpProblem('changed')
}
