import type { CustomerId } from '@beckon/shared/model/ids'
import { ok } from '@beckon/shared/protocol/reply'
import { type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type HttpServer, httpServer, idleCommits } from '../../../../testing/http-server.ts'
import type { CommitPath } from '../../../commit/commit-path.ts'
import { demoCustomers } from '../../../demo/demo-people.ts'
import { signDemoIdentity } from '../../../demo/sign-demo-identity.ts'
import type { SiteCommand } from '../../../domain/site-command.ts'

const asked: SiteCommand[] = []
const run = (async (_siteId, command) => {
  asked.push(command as unknown as SiteCommand)
  return ok({ customerId: 'known' as CustomerId })
}) as CommitPath['run']

let http: HttpServer
let secrets: Record<string, string> = {}
const cut: string[] = []
beforeAll(async () => {
  http = await httpServer({ commits: { ...idleCommits, run }, proofChanged: (proof) => void cut.push(proof) })
  const { rows } = await http.db.query<{ key: string; secret: string }>(
    'select key, identity_secret as secret from sites',
  )
  secrets = Object.fromEntries(rows.map(({ key, secret }) => [key, secret]))
})
afterAll(() => http.close())
beforeEach(() => {
  asked.length = 0
})

const now = () => Math.floor(http.clock.now() / 1_000)
const good = (): JWTPayload => ({
  aud: 'bluesky',
  sub: 'c-17',
  exp: now() + 600,
  name: 'Kim',
  segment: 'gold',
  context: { seat: '4A' },
})

const sign = (payload: JWTPayload, secret = secrets['bluesky'] ?? '', header: Partial<JWTHeaderParameters> = {}) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', typ: 'beckon-identity', ...header })
    .sign(new TextEncoder().encode(secret))

async function identify(identity: string, headers?: Record<string, string>) {
  return http.onWidget({
    method: 'POST',
    url: '/widget/api/identify',
    payload: { site: 'bluesky', identity },
    headers: headers ?? { cookie: await http.meet() },
  })
}

it("a visitor with the site's signature becomes the customer it names, and their sockets sign on again", async () => {
  const cookie = await http.meet()
  const before = await http.auth.customer({ siteKey: 'bluesky', cookie })
  const response = await identify(await sign(good()), { cookie })
  expect(response.json()).toEqual({ customer: { name: 'Kim', identified: true } })
  expect(asked).toEqual([
    {
      name: 'customer:identify',
      by: before?.principal,
      tabId: null,
      payload: { externalId: 'c-17', name: 'Kim', segment: 'gold', signedContext: { seat: '4A' }, knownAs: null },
    },
  ])
  expect(cut).toEqual([`token ${before?.tokenHash}`])
})

it('a customer the site knows already is looked up within the site', async () => {
  await identify(await signDemoIdentity(http.db, demoCustomers.ann, http.clock.now()))
  const { rows } = await http.db.query("select id from customers where external_id = 'ann'")
  expect(asked[0]?.payload).toMatchObject({ externalId: 'ann', name: 'Ann Lee', knownAs: rows[0].id })
})

const forged: [string, () => Promise<string> | string][] = [
  ['without a signature', () => new UnsecuredJWT(good()).encode()],
  ['signed with HS512', () => sign(good(), secrets['bluesky'], { alg: 'HS512' })],
  ['signed with the secret of another site', () => sign(good(), secrets['northbank'])],
  ['for another site', () => sign({ ...good(), aud: 'northbank' })],
  ['for several sites', () => sign({ ...good(), aud: ['bluesky', 'northbank'] })],
  ['for nobody', () => sign({ sub: 'c-17', exp: now() + 600 })],
  ['of another type', () => sign(good(), secrets['bluesky'], { typ: 'JWT' })],
  ['without a type', () => sign(good(), secrets['bluesky'], { typ: '' })],
  ['that ran out', () => sign({ ...good(), exp: now() - 11 })],
  ['that runs out in more than an hour', () => sign({ ...good(), exp: now() + 3_700 })],
  ['that never runs out', () => sign({ aud: 'bluesky', sub: 'c-17' })],
  ['without a subject', () => sign({ aud: 'bluesky', exp: now() + 600 })],
  ['with an empty subject', () => sign({ ...good(), sub: '' })],
  ['with a context that is no map of texts', () => sign({ ...good(), context: { seat: { row: 4 } } })],
  [
    'with too large a context',
    () => sign({ ...good(), context: Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`k${i}`, ''])) }),
  ],
  [
    'whose words were changed',
    async () =>
      (await sign(good())).replace(
        /\.[^.]+\./,
        `.${Buffer.from(JSON.stringify({ ...good(), sub: 'boss' })).toString('base64url')}.`,
      ),
  ],
  ['that is no token', () => 'c-17'],
]

it.each(forged)('[AU11] an identity %s leaves the visitor a visitor', async (_what, make) => {
  const response = await identify(await make())
  expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden'])
  expect(response.json().detail).toMatch(/^identity not accepted: /)
  expect(asked).toEqual([])
})

it('the signature alone is nobody: the visitor must be there too', async () => {
  const response = await identify(await sign(good()), {})
  expect(response.statusCode).toBe(401)
  expect(asked).toEqual([])
})

it('a visitor of another site is nobody here', async () => {
  const response = await identify(await sign(good()), { cookie: await http.meet('northbank') })
  expect(response.statusCode).toBe(401)
})

it('a visitor known by a token that the page can read stays anonymous', async () => {
  const hello = await http.onWidget({
    method: 'POST',
    url: '/widget/api/hello',
    payload: { site: 'bluesky', cookieFailed: true },
  })
  const response = await identify(await sign(good()), { authorization: `Bearer ${hello.json().token}` })
  expect([response.statusCode, asked]).toEqual([403, []])
})
