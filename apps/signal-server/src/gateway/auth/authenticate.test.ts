import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../testing/http-server.ts'
import type { SignedInCustomer, SignedInStaff } from './authenticate.ts'
import { createSocketAuth } from './socket-auth.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

async function staff(name: string): Promise<SignedInStaff> {
  const found = await http.auth.staff({ cookie: await http.signIn(`${name}@bluesky.example`) })
  if (!found) throw new Error(`${name} was not signed in`)
  return found
}
async function visitor(): Promise<SignedInCustomer> {
  const found = await http.auth.customer({ siteKey: 'bluesky', cookie: await http.meet() })
  if (!found) throw new Error('nobody was met')
  return found
}

it('who is looked at again is valid as long as nothing has changed, in one query', async () => {
  const people = [await staff('ana'), await visitor(), await staff('raj'), await visitor()]
  let queries = 0
  const watched = http.db.query
  http.db.query = ((...args: Parameters<typeof watched>) => {
    queries += 1
    return watched.apply(http.db, args)
  }) as typeof watched
  const verdicts = await http.auth.stillValid(people)
  http.db.query = watched
  expect([verdicts, queries]).toEqual([['valid', 'valid', 'valid', 'valid'], 1])
})

it('each is judged for themselves, in their order', async () => {
  const [ana, gone, raj, omar, revoked, merged, late] = await Promise.all([
    staff('ana'),
    staff('ana'),
    staff('raj'),
    staff('omar'),
    visitor(),
    visitor(),
    visitor(),
  ])
  await http.db.query('delete from auth_sessions where id = $1', [gone.sessionId])
  await http.db.query("update agents set disabled_at = 1 where name = 'Raj'")
  await http.db.query("update agents set roles = '{agent,supervisor}' where name = 'Omar'")
  await http.db.query("update visitor_tokens set revoked_at = 1 where hash = decode($1, 'hex')", [revoked.tokenHash])
  await http.db.query("update visitor_tokens set expires_at = 1 where hash = decode($1, 'hex')", [late.tokenHash])
  await http.db.query(
    "update customers set merged_into = (select id from customers where external_id = 'ann') where id = $1",
    [merged.principal.customerId],
  )
  expect(await http.auth.stillValid([merged, ana, gone, raj, revoked, omar, late])).toEqual([
    'changed',
    'valid',
    'ended',
    'ended',
    'ended',
    'changed',
    'ended',
  ])
})

it('a session that has run out is over', async () => {
  const mia = await staff('mia')
  await http.db.query(`update auth_sessions set "expiresAt" = now() - interval '1 hour' where id = $1`, [mia.sessionId])
  expect(await http.auth.stillValid([mia])).toEqual(['ended'])
})

it('nobody to look at costs no query', async () => {
  expect(await http.auth.stillValid([])).toEqual([])
})

it('sockets know the same people, each at their own endpoint', async () => {
  const auth = createSocketAuth(http.auth)
  const handshake = { protocol: 1, tabId: 'tab', site: 'bluesky' }
  const agent = await auth.signOn('console', handshake, { cookie: await http.signIn('ana@bluesky.example') })
  const customer = await auth.signOn('customer', handshake, { cookie: await http.meet() })
  expect(agent).toMatchObject({ principal: { kind: 'staff' }, customer: null, name: 'Ana' })
  expect(customer).toMatchObject({ principal: { kind: 'customer' }, customer: { name: '' }, name: '' })
  if (typeof agent === 'string' || typeof customer === 'string') throw new Error('not signed on')
  expect(await auth.check([customer, agent])).toEqual(['valid', 'valid'])
  expect(await auth.signOn('customer', handshake, { cookie: await http.signIn('ana@bluesky.example') })).toBe(
    'unauthenticated',
  )
  expect(await auth.signOn('console', handshake, { cookie: await http.meet() })).toBe('unauthenticated')
})
