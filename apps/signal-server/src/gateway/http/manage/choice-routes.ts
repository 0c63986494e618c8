import type { SiteId } from '@beckon/shared/model/ids'
import {
  CannedReply,
  CannedReplyChange,
  Choice,
  ChoiceChange,
  ContactPageChange,
  ContactPageItem,
  NewCannedReply,
  NewChoice,
  NewContactPage,
  NewPage,
  NewSubject,
  PageChange,
  StoredPage,
  Subject,
  SubjectChange,
} from '@beckon/shared/protocol/rest/choices'
import type { SettingsFinding } from '@beckon/shared/model/settings-finding'
import { listOf } from '@beckon/shared/protocol/rest/page'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type pg from 'pg'
import * as z from 'zod/mini'
import {
  addChoice,
  type ChoiceItem,
  type ChoiceTable,
  changeChoice,
  choiceTables,
  readChoice,
  readChoices,
  removeChoice,
  soleDefault,
} from '../../../stores/choices.ts'
import { SiteQuery } from '../console/site-query.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { mustMatch, withEtag } from './etag.ts'
import { problemsOfContactPage } from './problems-of-contact-page.ts'
import { write } from './write.ts'

/** More than people could choose from. */
const MOST = 500

type Shape = z.ZodMiniType<Record<string, unknown>>
interface Collection {
  of: ChoiceTable
  /** In a sentence: one of them. */
  one: string
  item: Shape
  fresh: Shape
  change: Shape
  /** What of an item makes no sense on this site. */
  problems?(client: pg.ClientBase, siteId: SiteId, item: ChoiceItem): Promise<SettingsFinding[]>
}

const collections: Record<keyof typeof choiceTables, Collection> = {
  subjects: { of: choiceTables.subjects, one: 'a subject', item: Subject, fresh: NewSubject, change: SubjectChange },
  dispositions: {
    of: choiceTables.dispositions,
    one: 'a disposition',
    item: Choice,
    fresh: NewChoice,
    change: ChoiceChange,
  },
  'decline-reasons': {
    of: choiceTables['decline-reasons'],
    one: 'a reason to decline',
    item: Choice,
    fresh: NewChoice,
    change: ChoiceChange,
  },
  'presence-reasons': {
    of: choiceTables['presence-reasons'],
    one: 'a reason to be unavailable',
    item: Choice,
    fresh: NewChoice,
    change: ChoiceChange,
  },
  'canned-replies': {
    of: choiceTables['canned-replies'],
    one: 'a canned reply',
    item: CannedReply,
    fresh: NewCannedReply,
    change: CannedReplyChange,
  },
  pages: { of: choiceTables.pages, one: 'a page to show', item: StoredPage, fresh: NewPage, change: PageChange },
  'contact-pages': {
    of: choiceTables['contact-pages'],
    one: 'what is read around a contact',
    item: ContactPageItem,
    fresh: NewContactPage,
    change: ContactPageChange,
    problems: problemsOfContactPage,
  },
}

/** The short lists that people choose from: each is read whole, and each item is made, changed and taken away alike. */
export function choiceRoutes(scope: FastifyInstance, options: HttpGatewayOptions): void {
  for (const [name, collection] of Object.entries(collections)) {
    readRoutes(scope, options, name, collection)
    writeRoutes(scope, options, name, collection)
  }
}

const params = z.object({ id: z.string().check(z.maxLength(64)) })

function readRoutes(
  scope: FastifyInstance,
  { db }: HttpGatewayOptions,
  name: string,
  { of, one, item }: Collection,
): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const tags = [name]
  typed.get(
    `/api/v1/${name}`,
    {
      config: { access: 'choices:read' },
      schema: { tags, summary: 'All, in their order', querystring: SiteQuery, response: { 200: listOf(item) } },
    },
    async (request) => ({ items: await readChoices(db, of, askerOf(request).principal.siteId), nextCursor: null }),
  )

  typed.get(
    `/api/v1/${name}/:id`,
    {
      config: { access: 'choices:read' },
      schema: { tags, summary: `Read ${one}`, params, querystring: SiteQuery, response: { 200: item } },
    },
    async (request, reply) =>
      withEtag(reply, present(await readChoice(db, of, askerOf(request).principal.siteId, request.params.id))),
  )
}

function writeRoutes(scope: FastifyInstance, options: HttpGatewayOptions, name: string, collection: Collection): void {
  const { of, one, item, fresh, change } = collection
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const common = { tags: [name], querystring: SiteQuery }
  typed.post(
    `/api/v1/${name}`,
    {
      config: { access: 'choices:change' },
      schema: { ...common, summary: `Make ${one}`, body: fresh, response: { 201: item } },
    },
    async (request, reply) => {
      const { siteId } = askerOf(request).principal
      const made = await write(options, request, reply, {
        change: async (client) => {
          const value = await add(client, collection, siteId, request.body)
          return { value, audit: { action: 'choice:add', target: targetOf(name, value), before: null, after: value } }
        },
      })
      reply.code(201).header('location', `/api/v1/${targetOf(name, made)}`)
      return withEtag(reply, made)
    },
  )

  typed.patch(
    `/api/v1/${name}/:id`,
    {
      config: { access: 'choices:change' },
      schema: { ...common, summary: `Change ${one}`, params, body: change, response: { 200: item } },
    },
    async (request, reply) => {
      const { siteId } = askerOf(request).principal
      const value = await write(options, request, reply, {
        change: async (client) => {
          const before = present(await readChoice(client, of, siteId, request.params.id))
          mustMatch(request, before)
          const after = await alter(client, collection, siteId, before, request.body)
          return { value: after, audit: { action: 'choice:change', target: targetOf(name, before), before, after } }
        },
      })
      return withEtag(reply, value)
    },
  )

  typed.delete(
    `/api/v1/${name}/:id`,
    {
      config: { access: 'choices:change' },
      schema: {
        ...common,
        summary: of.archives ? `Put ${one} away; the past keeps its name` : `Delete ${one}`,
        params,
        response: { 204: z.void() },
      },
    },
    async (request, reply) => {
      const { siteId } = askerOf(request).principal
      await write(options, request, reply, {
        change: async (client) => {
          const before = present(await readChoice(client, of, siteId, request.params.id))
          mustMatch(request, before)
          if (before['isDefault'] === true)
            throw new HttpProblem('unprocessable', 'another subject must be the default first')
          await removeChoice(client, of, siteId, request.params.id, options.clock.now())
          return {
            value: before,
            audit: { action: 'choice:remove', target: targetOf(name, before), before, after: null },
          }
        },
      })
      reply.code(204)
    },
  )
}

const targetOf = (name: string, { id }: ChoiceItem): string => `${name}/${String(id)}`

function present(item: ChoiceItem | undefined): ChoiceItem {
  if (!item) throw notFound()
  return item
}

async function add(
  client: pg.ClientBase,
  collection: Collection,
  siteId: SiteId,
  item: ChoiceItem,
): Promise<ChoiceItem> {
  const { of } = collection
  await mustMakeSense(client, collection, siteId, item)
  const others = await readChoices(client, of, siteId)
  if (others.length >= MOST) throw new HttpProblem('unprocessable', `${MOST} is the most`)
  const last = Math.max(-1, ...others.map(({ position }) => (typeof position === 'number' ? position : -1)))
  const made = await addChoice(client, of, siteId, { ...item, position: item['position'] ?? last + 1 })
  if (!made) throw new HttpProblem('conflict', 'there is one already')
  if (made['isDefault'] === true) await soleDefault(client, siteId, String(made['key']))
  return made
}

async function alter(
  client: pg.ClientBase,
  collection: Collection,
  siteId: SiteId,
  before: ChoiceItem,
  change: ChoiceItem,
): Promise<ChoiceItem> {
  const { of } = collection
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (before['isDefault'] === true && given['isDefault'] === false)
    throw new HttpProblem('unprocessable', 'another subject must be the default first')
  const wanted = { ...before, ...given }
  await mustMakeSense(client, collection, siteId, wanted)
  const after = present(await changeChoice(client, of, siteId, String(before['id']), wanted))
  if (after['isDefault'] === true) await soleDefault(client, siteId, String(after['key']))
  return after
}

async function mustMakeSense(
  client: pg.ClientBase,
  { problems }: Collection,
  siteId: SiteId,
  item: ChoiceItem,
): Promise<void> {
  const found = (await problems?.(client, siteId, item)) ?? []
  if (found.length > 0) throw new HttpProblem('unprocessable', undefined, found)
}
