import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieOf, type HttpServer, httpServer } from '../../../../testing/http-server.ts'
import { demoPassword } from '../../../demo/demo-people.ts'

let http: HttpServer
const cut: string[] = []
beforeAll(async () => {
  http = await httpServer({ proofChanged: (proof) => void cut.push(proof) })
})
afterAll(() => http.close())

const signIn = (payload: object, server = http, headers: Record<string, string> = {}) =>
  server.onPublic({ method: 'POST', url: '/api/v1/auth/sign-in/email', payload, headers })
const ana = { email: 'ana@bluesky.example', password: demoPassword }
const wrong = { ...ana, password: 'not-her-password' }

it('an agent signs in by a cookie that scripts and other sites cannot use', async () => {
  const response = await signIn(ana)
  expect(response.json()).toEqual({ ok: true })
  const cookie = String(response.headers['set-cookie'])
  expect(cookie).toMatch(/^beckon\.session_token=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/i)
  const me = await http.onPublic({ url: '/api/v1/me', headers: { cookie: cookieOf(response) } })
  expect(me.json()).toMatchObject({
    agent: { name: 'Ana', email: 'ana@bluesky.example', roles: ['agent'] },
    site: { key: 'bluesky', name: 'Blue Sky' },
  })
  const { dispositions, declineReasons, presenceReasons, cannedReplies, pages } = me.json()
  expect([dispositions, declineReasons, presenceReasons, cannedReplies, pages].map((list) => list.length)).toEqual([
    5, 5, 5, 8, 6,
  ])
  expect(me.json().pageOrigins).toContain('http://localhost:3000')
  expect(pages[1]).toEqual({ title: 'Your booking', url: 'http://localhost:3000/demo/booking' })
})

it('behind TLS the cookie is sent by TLS only', async () => {
  const secure = await httpServer({ config: { publicUrl: 'https://c.example', widgetUrl: 'https://w.example' } })
  const cookie = String((await signIn(ana, secure)).headers['set-cookie'])
  expect(cookie).toMatch(/^__Secure-beckon\.session_token=.*; Secure/i)
  const me = await secure.onPublic({ url: '/api/v1/me', headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(me.statusCode).toBe(200)
  await secure.close()
})

it.each([
  ['a wrong password', wrong],
  ['an unknown address', { email: 'nobody@bluesky.example', password: demoPassword }],
])('%s is answered alike, and nobody is signed in', async (_what, payload) => {
  const response = await signIn(payload)
  expect([response.statusCode, response.json().code, response.headers['set-cookie']]).toEqual([
    401,
    'unauthenticated',
    undefined,
  ])
})

it('who signs out is out, also with the old cookie, and their sockets are told', async () => {
  const cookie = await http.signIn('raj@bluesky.example')
  const before = await http.auth.staff({ cookie })
  const response = await http.onPublic({
    method: 'POST',
    url: '/api/v1/auth/sign-out',
    payload: {},
    headers: { cookie },
  })
  expect(response.json()).toEqual({ ok: true })
  expect(cut).toContain(`session ${before?.sessionId}`)
  expect((await http.onPublic({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401)
})

it('a disabled agent is out at once', async () => {
  const cookie = await http.signIn('omar@bluesky.example')
  expect((await http.onPublic({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(200)
  await http.db.query("update agents set disabled_at = 1 where name = 'Omar'")
  expect((await http.onPublic({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401)
})

it('a changed cookie opens nothing', async () => {
  const cookie = await http.signIn(ana.email)
  const forged = cookie.replace(/=./, (start) => (start === '=A' ? '=B' : '=A'))
  expect((await http.onPublic({ url: '/api/v1/me', headers: { cookie: forged } })).statusCode).toBe(401)
})

it('a person cannot look into a site they do not work for', async () => {
  const cookie = await http.signIn(ana.email)
  expect((await http.onPublic({ url: '/api/v1/me?site=northbank', headers: { cookie } })).statusCode).toBe(401)
  expect((await http.onPublic({ url: '/api/v1/me?site=bluesky', headers: { cookie } })).statusCode).toBe(200)
})

it.each(['http://127.0.0.1:3000', 'https://evil.example', ''])(
  'a page of %j may not sign anybody in',
  async (origin) => {
    const response = await signIn(ana, http, { origin })
    expect([response.statusCode, response.headers['set-cookie']]).toEqual([403, undefined])
  },
)

it.each(['sign-up/email', 'update-user', 'delete-user', 'get-session', 'list-sessions', 'forget-password', 'ok'])(
  'the library’s route %s does not exist',
  async (path) => {
    const url = `/api/v1/auth/${path}`
    const payload = { name: 'X', email: 'x@bluesky.example', password: 'long-enough-password' }
    expect((await http.onPublic({ method: 'POST', url, payload })).statusCode).toBe(404)
    expect((await http.onPublic({ url })).statusCode).toBe(404)
  },
)

it('an account is guarded against guessing, whoever guesses, and others are not hindered', async () => {
  const own = await httpServer()
  const tries = await Promise.all(Array.from({ length: 12 }, () => signIn(wrong, own)))
  expect(tries.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10)
  expect(tries.filter(({ statusCode }) => statusCode === 429)).toHaveLength(2)
  expect((await signIn(ana, own)).statusCode).toBe(429)
  expect((await signIn({ ...ana, email: 'raj@bluesky.example' }, own)).statusCode).toBe(200)
  await own.close()
})

it('an address that fails too often has to wait; one that succeeds never', async () => {
  const own = await httpServer({ limits: { failedSignIn: 3 } })
  for (let i = 0; i < 5; i++) expect((await signIn(ana, own)).statusCode).toBe(200)
  const failures = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => signIn({ email: `${name}@bluesky.example`, password: demoPassword }, own)),
  )
  expect(failures.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([401, 401, 401, 429])
  await own.close()
})

it('passwords are kept as argon2id', async () => {
  const { rows } = await http.db.query<{ password: string }>('select distinct password from auth_accounts')
  expect(rows.map(({ password }) => password.split('$')[1])).toEqual(['argon2id'])
})
