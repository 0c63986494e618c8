import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { HttpProblem, notFound } from './http-problem.ts'

/** Every error leaves as problem details; what we did not foresee is logged and says nothing. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    if (problem.code === 'internal') request.log.error({ err: error, req: request }, 'request failed')
    send(request, reply, problem)
  })
  server.setNotFoundHandler((request, reply) => send(request, reply, notFound()))
}

function send(request: FastifyRequest, reply: FastifyReply, problem: HttpProblem): void {
  reply
    .code(problem.statusCode)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem.body(request.id))
}

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (hasZodFastifySchemaValidationErrors(error)) return new HttpProblem('invalid', describe(error.validation))
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500
  if (status === 413) return new HttpProblem('too-large')
  if (status === 415) return new HttpProblem('invalid', 'content-type must be application/json')
  if (status === 404) return notFound()
  if (typeof status === 'number' && status >= 400 && status < 500) return new HttpProblem('invalid')
  return new HttpProblem('internal')
}

/** Where, never what: values may be anybody's words. */
function describe(found: readonly { instancePath: string; keyword: string }[]): string {
  return found.map(({ instancePath, keyword }) => `${instancePath || '/'}: ${keyword}`).join(', ')
}
