import { randomUUID } from 'node:crypto'
import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import type { FilePartReply } from '@beckon/shared/protocol/file'
import type { LightMyRequestResponse } from 'fastify'
import { toAppend } from '../src/gateway/sockets/log-commands.ts'
import { tokenHash } from '../src/gateway/auth/visitor-token.ts'
import { appendEntries, type AppendOutcome } from '../src/stores/append-entries.ts'
import type { HttpServer } from './http-server.ts'

/** A minimal picture: the signature and some more. */
export const png = (size = 100): Buffer =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(size - 8, 7)])

export interface Upload {
  id?: string
  stream?: string
  name?: string
  bytes?: Buffer
  size?: number
  offset?: number
  headers?: Record<string, string>
}

/** Ann, who is served by Ana just now, and the others who are not in it. */
export interface FileScene {
  conversation: string
  desk: string
  interactionId: string
  ann: string
  tom: string
  banker: string
  ana: string
  raj: string
  mia: string
  /** Uploads under the door of whoever's cookie it is. */
  upload(cookie: string, part?: Upload): Promise<LightMyRequestResponse>
  /** The command that follows; what became of it. */
  send(person: 'ann' | 'tom' | 'ana' | 'raj', id: string, stream?: string): Promise<AppendOutcome['outcome']>
  /** Uploads and sends; the file's id. */
  sent(person: 'ann' | 'ana', part?: Upload): Promise<string>
  read(cookie: string, id: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

export async function fileScene(http: HttpServer): Promise<FileScene> {
  const visitor = async (externalId: string, site = 'bluesky'): Promise<string> => {
    const cookie = await http.meet(site)
    await http.db.query(
      `update visitor_tokens set customer_id = (select id from customers where external_id = $2)
        where hash = decode($1, 'hex')`,
      [tokenHash(cookie.split('=')[1] ?? ''), externalId],
    )
    return cookie
  }
  const { rows } = await http.db.query<{
    id: string
    conversation: string
    desk: string
    customer: string
    agent: string
  }>(
    `update interactions i set status = 'assigned', cause = null, closed_at = null, ended_at = null
      where i.id = (select x.id from interactions x join customers c on c.id = x.customer_id join agents a on a.id = x.owner_id
        where c.external_id = 'ann' and a.name = 'Ana' and x.channel = 'chat' limit 1)
      returning i.id, conversation_id as conversation, desk_id as desk, customer_id as customer, owner_id as agent`,
  )
  const open = rows[0]
  if (!open) throw new Error('the demo has no chat of Ann with Ana')
  await http.db.query('update streams set closed_at = null where interaction_id = $1', [open.id])
  const idOf = async (table: string, where: string): Promise<string> =>
    (await http.db.query<{ id: string }>(`select id from ${table} where ${where}`)).rows[0]?.id ?? ''
  const people = {
    ann: ['customer', open.customer],
    tom: ['customer', await idOf('customers', "external_id = 'tom'")],
    ana: ['agent', open.agent],
    raj: ['agent', await idOf('agents', "name = 'Raj'")],
  } as const
  const siteId = await idOf('sites', "key = 'bluesky'")
  const isStaff = (cookie: string) => !cookie.startsWith('__Host-')

  const scene: FileScene = {
    conversation: open.conversation,
    desk: open.desk,
    interactionId: open.id,
    ann: await visitor('ann'),
    tom: await visitor('tom'),
    banker: await visitor('nb-1', 'northbank'),
    ana: await http.signIn('ana@bluesky.example'),
    raj: await http.signIn('raj@bluesky.example'),
    mia: await http.signIn('mia@bluesky.example'),
    upload: (
      cookie,
      { id = randomUUID(), stream = open.conversation, name = 'a.png', bytes = png(), ...part } = {},
    ) => {
      const site = cookie.includes('northbank') ? 'northbank' : 'bluesky'
      const query = `?site=${site}&stream=${stream}&size=${part.size ?? bytes.length}&offset=${part.offset ?? 0}`
      const headers = {
        cookie,
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
        ...part.headers,
      }
      const request = { method: 'POST' as const, payload: bytes, headers }
      return isStaff(cookie)
        ? http.onPublic({ ...request, url: `/api/v1/files/${id}${query}` })
        : http.onWidget({ ...request, url: `/widget/api/files/${id}${query}` })
    },
    send: async (person, id, stream = open.conversation) => {
      const [kind, personId] = people[person]
      const principal =
        kind === 'customer'
          ? { kind: 'customer' as const, siteId: siteId as never, customerId: personId as never }
          : { kind: 'staff' as const, siteId: siteId as never, agentId: personId as never, roles: ['agent' as const] }
      const signOn = { principal, customer: null, name: person, proof: '' }
      const append = await toAppend(http.db, signOn, 'file:send', id as CommandId, { streamId: stream as StreamId })
      if ('ok' in append) return append.error.code as AppendOutcome['outcome']
      const [outcome] = await appendEntries(http.db, randomUUID() as never, http.clock.now(), [append])
      return outcome?.outcome ?? 'not-found'
    },
    sent: async (person, part = {}) => {
      const id = part.id ?? randomUUID()
      const answer = await scene.upload(scene[person], { ...part, id })
      const { received } = answer.json<FilePartReply>()
      const outcome = await scene.send(person, id, part.stream)
      if (outcome !== 'appended') throw new Error(`not sent: ${answer.statusCode} ${received} ${outcome}`)
      return id
    },
    read: (cookie, id, headers = {}) => {
      const site = cookie.includes('northbank') ? 'northbank' : 'bluesky'
      const request = { headers: { cookie, ...headers } }
      return isStaff(cookie)
        ? http.onPublic({ ...request, url: `/api/v1/files/${id}` })
        : http.onWidget({ ...request, url: `/widget/api/files/${id}?site=${site}` })
    },
  }
  return scene
}
