import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { HttpGatewayOptions } from './deps.ts'
import { HttpProblem } from './http-problem.ts'
import { openToAnyone } from './route-access.ts'

/** `/healthz`: the process answers. `/readyz`: it can do its work. Under both names. */
export function healthRoutes(scope: FastifyInstance, { db }: HttpGatewayOptions): void {
  openToAnyone(scope)
  const plain = { schema: { hide: true }, config: { rateLimit: false as const } }
  scope.get('/healthz', plain, async () => ({ status: 'ok' }))
  scope.get('/readyz', plain, async (request) => {
    const works = await answers(db).catch((error: unknown) => {
      request.log.warn({ err: error }, 'the database does not answer')
      return false
    })
    if (!works) throw new HttpProblem('unavailable', 'the database does not answer')
    return { status: 'ready' }
  })
}

const answers = async (db: pg.Pool): Promise<boolean> => (await db.query('select 1')).rowCount === 1
