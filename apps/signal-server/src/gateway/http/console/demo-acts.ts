import { simulatedKinds } from '@beckon/shared/protocol/demo'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { resetDemo } from '../../../demo/seed-demo.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { fromThisMachine } from '../from-this-machine.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { CrowdShape, SimulatedShape } from '../shapes.ts'

/** What the demo's start page can do: nobody is signed in there, so only it may, and only on this machine. */
export function demoActs(scope: FastifyInstance, options: HttpGatewayOptions): void {
  const { config, crowd, log } = options
  scope.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (request.headers.origin !== config.publicUrl)
      throw new HttpProblem('forbidden', 'only our own pages may ask this')
    if (!fromThisMachine(request, config.trustProxy)) throw new HttpProblem('forbidden', 'only on this machine')
  })
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const here = () => crowd ?? fail()

  typed.get('/demo/people', { schema: { hide: true, response: { 200: CrowdShape } } }, async () => here().list())

  typed.post(
    '/demo/people',
    { schema: { hide: true, body: z.object({ kind: z.enum(simulatedKinds) }), response: { 201: SimulatedShape } } },
    async (request, reply) => {
      const added = await here()
        .add(request.body.kind)
        .catch((error: unknown) => {
          log.warn({ err: error }, 'a simulated person could not come in')
          throw new HttpProblem('unavailable', 'they could not come in')
        })
      if (!added) throw new HttpProblem('conflict', 'there are as many as there may be')
      return reply.code(201).send(added)
    },
  )

  typed.post('/demo/reset', { schema: { hide: true, response: { 204: z.void() } } }, async (_request, reply) => {
    crowd?.close()
    await resetDemo(options)
    reply.code(204)
  })

  typed.delete(
    '/demo/people/:id',
    { schema: { hide: true, params: z.object({ id: z.uuid() }), response: { 204: z.void() } } },
    async (request, reply) => {
      if (!(await here().remove(request.params.id))) throw notFound()
      reply.code(204)
    },
  )
}

function fail(): never {
  throw new HttpProblem('unavailable', 'this server simulates nobody')
}
