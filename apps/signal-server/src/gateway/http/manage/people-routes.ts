import { AgentId, type SiteId } from '@beckon/shared/model/ids'
import { AgentPatch, AgentResource, MadeAgent, NewAgent } from '@beckon/shared/protocol/rest/people'
import { listOf, PageQuery } from '@beckon/shared/protocol/rest/page'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import type { AgentChange } from '../../../domain/site-command.ts'
import { joinSite } from '../../../stores/join-site.ts'
import { isHandleTaken, readPeople, readPerson } from '../../../stores/people.ts'
import { hashPassword } from '../../auth/password.ts'
import { SiteQuery } from '../console/site-query.ts'
import { pageOf, readCursor } from '../cursor.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { mustMatch, withEtag } from './etag.ts'
import { actorOf } from './actor-of.ts'
import { write } from './write.ts'

const tags = ['Agents']
const params = z.object({ id: AgentId })
type MadeAgent = z.infer<typeof MadeAgent>

const taken = () => new HttpProblem('conflict', 'somebody else has that handle')

/** Who works for the site. Nobody is ever deleted: the past is theirs. */
export function peopleRoutes(scope: FastifyInstance, options: HttpGatewayOptions): void {
  const { db } = options
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/api/v1/agents',
    {
      config: { access: 'people:read' },
      schema: {
        tags,
        summary: 'Everybody, in the order they joined',
        querystring: z.extend(PageQuery, SiteQuery.shape),
        response: { 200: listOf(AgentResource) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = readCursor(cursor)?.id ?? null
      const rows = await readPeople(db, askerOf(request).principal.siteId, after, limit + 1)
      return pageOf(rows, limit, ({ id }) => ({ at: 0, id }))
    },
  )

  typed.get(
    '/api/v1/agents/:id',
    {
      config: { access: 'people:read' },
      schema: { tags, summary: 'One of them', params, querystring: SiteQuery, response: { 200: AgentResource } },
    },
    async (request, reply) => {
      const person = await readPerson(db, askerOf(request).principal.siteId, request.params.id)
      if (!person) throw notFound()
      return withEtag(reply, person.told)
    },
  )

  typed.post(
    '/api/v1/agents',
    {
      config: { access: 'people:change' },
      schema: {
        tags,
        summary: 'Somebody works for the site from now on',
        querystring: SiteQuery,
        body: NewAgent,
        response: { 201: MadeAgent },
      },
    },
    async (request, reply) => {
      const made = await add(options, request, reply, request.body)
      reply.code(201).header('location', `/api/v1/agents/${made.id}`)
      return made
    },
  )

  typed.patch(
    '/api/v1/agents/:id',
    {
      config: { access: 'people:change' },
      schema: {
        tags,
        summary: 'Change, disable or enable somebody',
        params,
        querystring: SiteQuery,
        body: AgentPatch,
        response: { 200: AgentResource },
      },
    },
    async (request, reply) => withEtag(reply, await change(options, request, request.params.id, request.body)),
  )
}

async function add(
  options: HttpGatewayOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { password: given, ...person }: NewAgent,
): Promise<MadeAgent> {
  const { ids, clock } = options
  const asker = askerOf(request)
  const { siteId } = asker.principal
  const password = given ?? Buffer.from(ids.random(12)).toString('base64url')
  // Slow on purpose: not under the site's lock.
  const passwordHash = await hashPassword(password)
  return write<MadeAgent>(options, request, reply, {
    secret: 'password',
    change: async (client) => {
      const context = { ids, now: clock.now(), audit: actorOf(asker) }
      const { handle } = person
      if (handle !== null && (await isHandleTaken(client, siteId, handle))) throw taken()
      const joined = await joinSite(client, siteId, { ...person, passwordHash }, context)
      if (!joined) throw new HttpProblem('conflict', 'works for this site already')
      const told = await readPerson(client, siteId, joined.agent.id)
      if (!told) throw new Error('somebody who joined is not there')
      const tell = given === undefined && joined.made
      return { value: { ...told.told, ...(tell && { password }) }, audit: null }
    },
  })
}

/** Through the site's runner: what they serve is let go of in the same step [RS6]. */
async function change(
  { db, commits }: HttpGatewayOptions,
  request: FastifyRequest,
  agentId: AgentId,
  patch: z.infer<typeof AgentPatch>,
): Promise<AgentResource> {
  const asker = askerOf(request)
  const { siteId } = asker.principal
  const seen = await readPerson(db, siteId, agentId)
  if (!seen) throw notFound()
  mustMatch(request, seen.told)
  const reply = await commits.run(siteId, {
    name: 'agent:change',
    by: null,
    tabId: null,
    payload: {
      agentId,
      change: given(patch),
      seen: seen.row,
      strict: request.headers['if-match'] !== undefined,
      actor: actorOf(asker),
    },
  })
  if (!reply.ok) throw reply.error.code === 'stale-fence' ? new HttpProblem('changed') : HttpProblem.of(reply.error)
  return asTold(db, siteId, agentId)
}

const given = (patch: z.infer<typeof AgentPatch>): AgentChange =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

async function asTold(db: HttpGatewayOptions['db'], siteId: SiteId, agentId: AgentId): Promise<AgentResource> {
  const person = await readPerson(db, siteId, agentId)
  if (!person) throw notFound()
  return person.told
}
