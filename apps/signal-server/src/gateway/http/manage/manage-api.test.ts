import { randomUUID } from 'node:crypto'
import type { SiteId } from '@beckon/shared/model/ids'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'
import { makeApiKey } from '../../auth/api-key.ts'
import { systemIds } from '../../../runtime/ids.ts'
import { addApiKey } from '../../../stores/api-keys.ts'
import { inTransaction } from '../../../stores/in-transaction.ts'

let http: HttpServer
let sam: string
/** A program of the other site that may everything there. */
let north: string
beforeAll(async () => {
  http = await httpServer()
  sam = await http.signIn('sam@bluesky.example')
  north = await keyOf('northbank')
})
afterAll(() => http.close())

async function keyOf(site: string): Promise<string> {
  const ids = systemIds(http.clock.now)
  const { key, prefix, hash } = makeApiKey(ids)
  const { rows } = await http.db.query<{ id: SiteId }>('select id from sites where key = $1', [site])
  const siteId = rows[0]?.id as SiteId
  const row = { id: ids.uuid(), name: 'All', prefix, hash, roles: ['supervisor', 'admin'] as const, createdAt: 0 }
  await inTransaction(http.db, (client) => addApiKey(client, siteId, row))
  return key
}

type Method = NonNullable<InjectOptions['method']>
const ask = (method: Method, path: string, payload?: object, headers: Record<string, string> = { cookie: sam }) =>
  http.onPublic({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) })
const outcome = async (answer: ReturnType<typeof ask>) => {
  const { statusCode, body } = await answer
  return [statusCode, body === '' ? '' : (JSON.parse(body) as { code?: string }).code]
}

describe('what people choose from', () => {
  it('[RS8] is made, read, changed and put away, and the choices of staff follow at once', async () => {
    const names = async () => (await ask('GET', 'me')).json().dispositions.map(({ name }: { name: string }) => name)
    const made = await ask('POST', 'dispositions', { key: 'refunded', name: 'Refunded' })
    expect([made.statusCode, made.headers['location']]).toEqual([201, '/api/v1/dispositions/refunded'])
    expect(made.json()).toEqual({ key: 'refunded', name: 'Refunded', position: expect.any(Number) })
    expect(await names()).toContain('Refunded')
    await ask('PATCH', 'dispositions/refunded', { name: 'Money back' })
    expect(await names()).toContain('Money back')
    expect((await ask('DELETE', 'dispositions/refunded')).statusCode).toBe(204)
    expect(await names()).not.toContain('Money back')
    expect(await outcome(ask('GET', 'dispositions/refunded'))).toEqual([404, 'not-found'])
  })

  it('[AU14] a path with a NUL names nothing, whatever it asks', async () => {
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
      const payload = method === 'PATCH' ? { name: 'Solved' } : undefined
      expect(await outcome(ask(method, 'dispositions/sol%00ved', payload)), method).toEqual([404, 'not-found'])
    }
  })

  it('[RS8] one that was put away comes back under its key with what is said now', async () => {
    await ask('POST', 'decline-reasons', { key: 'lunch', name: 'Lunch' })
    expect(await outcome(ask('POST', 'decline-reasons', { key: 'lunch', name: 'Lunch' }))).toEqual([409, 'conflict'])
    await ask('DELETE', 'decline-reasons/lunch')
    const again = await ask('POST', 'decline-reasons', { key: 'lunch', name: 'At lunch' })
    expect([again.statusCode, again.json().name]).toEqual([201, 'At lunch'])
    expect(
      (await http.db.query("select from site_choices where kind = 'decline-reason' and key = 'lunch'")).rowCount,
    ).toBe(1)
  })

  it('[RS8] a subject that is put away keeps its name for the past, and takes no new contacts', async () => {
    await ask('POST', 'subjects', { key: 'pets', name: 'Pets on board' })
    await ask('DELETE', 'subjects/pets')
    const { rows } = await http.db.query(
      "select name, archived_at is not null as away from subjects where key = 'pets'",
    )
    expect(rows).toEqual([{ name: 'Pets on board', away: true }])
    expect((await ask('GET', 'me')).json().subjects).not.toContainEqual(expect.objectContaining({ key: 'pets' }))
  })

  it('[RS9] a site has one default subject, which neither goes nor steps down before another takes over', async () => {
    const defaults = async () =>
      (await ask('GET', 'subjects')).json().items.filter(({ isDefault }: { isDefault: boolean }) => isDefault)
    const [{ key }] = await defaults()
    expect(await outcome(ask('DELETE', `subjects/${key}`))).toEqual([422, 'unprocessable'])
    expect(await outcome(ask('PATCH', `subjects/${key}`, { isDefault: false }))).toEqual([422, 'unprocessable'])
    await ask('PATCH', 'subjects/lounge', { isDefault: true })
    expect(await defaults()).toEqual([expect.objectContaining({ key: 'lounge' })])
    await ask('PATCH', `subjects/${key}`, { isDefault: true })
  })

  it('[RS8] a page is called by an id made of its address; canned replies and pages go for good', async () => {
    const page = { url: 'https://bluesky.example/strike', title: 'Strike' }
    const { id } = (await ask('POST', 'pages', page)).json()
    expect((await ask('GET', `pages/${id}`)).json()).toMatchObject(page)
    await ask('DELETE', `pages/${id}`)
    expect((await http.db.query('select from pages where url = $1', [page.url])).rowCount).toBe(0)
  })

  it.each([
    ['subjects', { key: 'Not a key', name: 'x' }],
    ['subjects', { key: 'fine', name: '' }],
    ['canned-replies', { key: 'long', text: 'x'.repeat(4_001) }],
    ['pages', { url: 'javascript:alert(1)', title: 'x' }],
    ['pages', { url: 'https://me:secret@bluesky.example/', title: 'x' }],
    ['pages', { url: 'http://bluesky.example/', title: 'x' }],
    ['agents', { name: 'x', email: 'nobody', roles: ['agent'] }],
    ['agents', { name: 'x', email: 'x@y.example', password: 'short' }],
    ['agents', { name: 'x', email: 'x@y.example', roles: ['owner'] }],
    ['api-keys', { name: 'x', roles: ['agent'] }],
  ])('[AU6] a new one of %s as %j is not understood', async (path, payload) => {
    expect(await outcome(ask('POST', path, payload))).toEqual([400, 'invalid'])
  })
})

describe('the site', () => {
  it('[RS10] is changed in parts, audited, and its version raised so that every node learns of it', async () => {
    const version = async () => (await http.db.query("select version from sites where key = 'bluesky'")).rows[0].version
    const before = await version()
    const changed = await ask('PATCH', 'site', { accent: '#123456', origins: ['https://shop.bluesky.example'] })
    expect(changed.json()).toMatchObject({
      name: 'Blue Sky',
      accent: '#123456',
      origins: ['https://shop.bluesky.example'],
    })
    expect(await version()).toBe(before + 1)
    const [last] = (await ask('GET', 'audit?limit=1')).json().items
    expect(last).toMatchObject({ action: 'site:change', target: 'site', actor: { kind: 'staff', name: 'Sam' } })
    expect([last.before.accent, last.after.accent]).toEqual(['#0b66c3', '#123456'])
  })

  it.each([
    { accent: 'red' },
    { origins: ['https://a.example/path'] },
    { origins: ['ftp://a.example'] },
    { name: ' ' },
  ])('[AU6] %j is not understood', async (payload) => {
    expect(await outcome(ask('PATCH', 'site', payload))).toEqual([400, 'invalid'])
  })

  it('[RS2] a change made from an older version is refused, and the newer one stays', async () => {
    const { headers } = await ask('GET', 'site')
    const old = String(headers['etag'])
    const first = await ask('PATCH', 'site', { name: 'Blue Sky Air' }, { cookie: sam, 'if-match': old })
    const second = await ask('PATCH', 'site', { name: 'Overwritten' }, { cookie: sam, 'if-match': old })
    expect([first.statusCode, second.statusCode, second.json().code]).toEqual([200, 412, 'changed'])
    expect((await ask('GET', 'site')).json().name).toBe('Blue Sky Air')
    expect(String(first.headers['etag'])).toBe(String((await ask('GET', 'site')).headers['etag']))
  })

  it('[RS2] of many who change the same version at once one succeeds', async () => {
    const etag = String((await ask('GET', 'subjects/baggage')).headers['etag'])
    const all = await Promise.all(
      Array.from({ length: 8 }, (_each, i) =>
        ask('PATCH', 'subjects/baggage', { name: `Baggage ${i}` }, { cookie: sam, 'if-match': etag }),
      ),
    )
    const counted = (status: number) => all.filter(({ statusCode }) => statusCode === status).length
    expect([counted(200), counted(412)]).toEqual([1, 7])
  })

  it('[RS4] a new identity secret is told once; the audit does not hold it', async () => {
    const headers = { cookie: sam, 'idempotency-key': randomUUID() }
    const first = await ask('POST', 'site/identity-secret', undefined, headers)
    const again = await ask('POST', 'site/identity-secret', undefined, headers)
    const { identitySecret } = first.json()
    expect(identitySecret).toMatch(/^[\w-]{43}$/)
    expect([again.statusCode, again.json(), again.headers['idempotency-replayed']]).toEqual([201, {}, 'true'])
    const { rows } = await http.db.query("select identity_secret as secret from sites where key = 'bluesky'")
    expect(rows).toEqual([{ secret: identitySecret }])
    const kept = await http.db.query('select reply::text from idempotency_keys union all select audit::text from audit')
    expect(JSON.stringify(kept.rows)).not.toContain(identitySecret)
  })
})

describe('the same request sent again', () => {
  it('[RS4] in parallel makes one, and all get the same answer', async () => {
    const headers = { cookie: sam, 'idempotency-key': randomUUID() }
    const payload = { key: 'parallel', text: 'Once' }
    const all = await Promise.all(Array.from({ length: 10 }, () => ask('POST', 'canned-replies', payload, headers)))
    expect(new Set(all.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(all[0]?.statusCode).toBe(201)
    expect(all.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(9)
    const audits = await http.db.query("select from audit where target = 'canned-replies/parallel'")
    expect(audits.rowCount).toBe(1)
  })

  it('[RS4] with another body is a conflict, and by somebody else another request', async () => {
    const key = randomUUID()
    const send = (text: string, proof: Record<string, string>) =>
      ask('POST', 'canned-replies', { key: 'twice', text }, { ...proof, 'idempotency-key': key })
    expect((await send('One', { cookie: sam })).statusCode).toBe(201)
    expect(await outcome(send('Two', { cookie: sam }))).toEqual([409, 'conflict'])
    expect((await send('Two', { authorization: `Bearer ${north}` })).statusCode).toBe(201)
  })

  it('[RS4] after a refusal is judged anew', async () => {
    const headers = { cookie: sam, 'idempotency-key': randomUUID() }
    const payload = { key: 'moment', text: 'Taken' }
    expect(await outcome(ask('POST', 'canned-replies', payload, headers))).toEqual([409, 'conflict'])
    await ask('DELETE', 'canned-replies/moment')
    expect((await ask('POST', 'canned-replies', payload, headers)).statusCode).toBe(201)
  })
})

describe('people', () => {
  it('[RS5] somebody new signs in with the password that is told once', async () => {
    const headers = { cookie: sam, 'idempotency-key': randomUUID() }
    const payload = { name: 'Ida', email: 'Ida@BlueSky.example', skills: { lounge: 2 } }
    const made = await ask('POST', 'agents', payload, headers)
    const { password, ...told } = made.json()
    expect(told).toEqual({
      id: expect.any(String),
      name: 'Ida',
      email: 'ida@bluesky.example',
      roles: ['agent'],
      skills: { lounge: 2 },
      queues: [],
      languages: [],
      regions: [],
      capacity: { chat: 4, voice: 1, task: 3, expert: 1 },
      handle: null,
      disabled: false,
    })
    const signIn = { email: 'ida@bluesky.example', password }
    const answer = await http.onPublic({ method: 'POST', url: '/api/v1/auth/sign-in/email', payload: signIn })
    expect(answer.statusCode).toBe(200)
    expect((await ask('POST', 'agents', payload, headers)).json()).toEqual(told)
    expect(await outcome(ask('POST', 'agents', payload))).toEqual([409, 'conflict'])
    const stored = await http.db.query(
      'select reply::text as text from idempotency_keys union all select audit::text from audit',
    )
    expect(JSON.stringify(stored.rows)).not.toContain(password)
  })

  it('[RS6] somebody who joins with a handle that another has is refused whole', async () => {
    const payload = { name: 'Una', email: 'una@bluesky.example', handle: 'ana' }
    expect(await outcome(ask('POST', 'agents', payload))).toEqual([409, 'conflict'])
    expect((await ask('POST', 'agents', { ...payload, handle: 'una' })).json()).toMatchObject({ handle: 'una' })
  })

  it('[RS5] a password that the administrator chose is not told again', async () => {
    const payload = { name: 'Pia', email: 'pia@bluesky.example', password: 'chosen-by-sam-123' }
    expect((await ask('POST', 'agents', payload)).json()).not.toHaveProperty('password')
  })
})

it('[AU2] nothing of one site is seen or changed from another', async () => {
  const asNorth = { authorization: `Bearer ${north}` }
  const idOf = async (path: string) => (await ask('GET', path)).json().items[0].id
  const [agent, interaction, page] = [await idOf('agents'), await idOf('interactions'), await idOf('pages')]
  const key = (await ask('POST', 'api-keys', { name: 'Ours' })).json().id
  const seen = await Promise.all([
    outcome(ask('GET', `agents/${agent}`, undefined, asNorth)),
    outcome(ask('PATCH', `agents/${agent}`, { disabled: true }, asNorth)),
    outcome(ask('GET', `interactions/${interaction}`, undefined, asNorth)),
    outcome(ask('GET', `interactions/${interaction}/transcript`, undefined, asNorth)),
    outcome(ask('GET', `interactions/${interaction}/history`, undefined, asNorth)),
    outcome(ask('GET', `pages/${page}`, undefined, asNorth)),
    outcome(ask('GET', 'subjects/baggage', undefined, asNorth)),
    outcome(ask('DELETE', 'subjects/baggage', undefined, asNorth)),
    outcome(ask('PATCH', 'canned-replies/hello', { text: 'x' }, asNorth)),
  ])
  expect(seen).toEqual(Array(9).fill([404, 'not-found']))
  expect(await outcome(ask('DELETE', `api-keys/${key}`, undefined, asNorth))).toEqual([403, 'forbidden'])
  const lists = ['agents', 'interactions', 'subjects', 'dispositions', 'canned-replies', 'pages', 'audit', 'site']
  const theirs = await Promise.all(lists.map(async (path) => (await ask('GET', path, undefined, asNorth)).body))
  for (const canary of ['Ana', 'bluesky', 'Blue Sky', 'Ann Lee', 'baggage', agent, interaction]) {
    expect(theirs.join('\n')).not.toContain(canary)
  }
  expect(theirs.join('\n')).toContain('Nora')
})

it('[RS1] every error is problem details with the caller’s own request id', async () => {
  const headers = { cookie: sam, 'x-request-id': 'crm-4711-0815' }
  for (const [method, path, payload] of [
    ['GET', 'agents/none'],
    ['GET', 'nothing-here'],
    ['POST', 'subjects', { key: 'UPPER' }],
    ['DELETE', `api-keys/${randomUUID()}`],
  ] as const) {
    const answer = await ask(method, path, payload, headers)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.headers['x-request-id']).toBe('crm-4711-0815')
    expect(answer.json()).toMatchObject({
      requestId: 'crm-4711-0815',
      status: answer.statusCode,
      code: expect.any(String),
    })
  }
  const odd = await ask('GET', 'site', undefined, { cookie: sam, 'x-request-id': 'two\twords' })
  expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

it.each(['POST', 'PATCH', 'DELETE'] as const)(
  '[RS3] a %s by cookie from a page of another site is refused, whatever it asks',
  async (method) => {
    const path = method === 'POST' ? 'canned-replies' : 'canned-replies/goodbye'
    const payload = method === 'DELETE' ? undefined : { key: 'evil', text: 'evil' }
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const headers = { cookie: sam, ...(origin === undefined ? { origin: '' } : { origin }) }
      expect(await outcome(ask(method, path, payload, headers))).toEqual([403, 'forbidden'])
    }
    expect((await ask('GET', 'canned-replies/goodbye')).json().text).toContain('Thank you')
  },
)

it('[RS14] nothing is changed in the audit or taken out of it, by whatever statement', async () => {
  await ask('POST', 'canned-replies', { key: 'audited', text: 'Once' })
  for (const statement of ["update audit set actor_name = 'Somebody'", 'delete from audit']) {
    await expect(http.db.query(statement)).rejects.toThrow('the table audit only grows')
  }
  expect((await ask('GET', 'audit?limit=1')).json().items[0].target).toBe('canned-replies/audited')
})
