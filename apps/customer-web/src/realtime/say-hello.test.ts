import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sayHello } from './say-hello.ts'

const server = setupServer()
const bodies: unknown[] = []
const answer = { customer: { name: '', identified: false } }

/** A server that answers the first, second, … hello with these. */
function answers(...replies: object[]): void {
  server.use(
    http.post('*/widget/api/hello', async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json({ ...answer, ...replies[bodies.length - 1] })
    }),
  )
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  server.resetHandlers()
  bodies.length = 0
})
afterAll(() => server.close())

test('a visitor whose cookie comes back needs one hello and no token', async () => {
  answers({ cookieSeen: true })
  expect(await sayHello('bluesky')).toMatchObject({ token: null })
  expect(bodies).toEqual([{ site: 'bluesky' }])
})

test('a new visitor needs two, and the cookie that then comes back is enough', async () => {
  answers({ cookieSeen: false }, { cookieSeen: true })
  expect(await sayHello('bluesky')).toMatchObject({ token: null })
  expect(bodies).toEqual([{ site: 'bluesky' }, { site: 'bluesky', cookieFailed: true }])
})

test('where cookies fail the second hello brings a token in their place', async () => {
  answers({ cookieSeen: false }, { cookieSeen: false, token: 'visitor' })
  expect(await sayHello('bluesky')).toMatchObject({ token: 'visitor' })
})

test('a token kept from an earlier page needs one hello', async () => {
  answers({ cookieSeen: false, token: 'visitor' })
  expect(await sayHello('bluesky', 'visitor')).toMatchObject({ token: 'visitor' })
  expect(bodies).toEqual([{ site: 'bluesky', token: 'visitor', cookieFailed: true }])
})

test('a window that was handed a code becomes that visitor by it', async () => {
  answers({ cookieSeen: false }, { cookieSeen: true })
  await sayHello('bluesky', null, 'code')
  expect(bodies).toEqual([
    { site: 'bluesky', handover: 'code' },
    { site: 'bluesky', cookieFailed: true },
  ])
})

test('a site that is gone is told by its code', async () => {
  server.use(http.post('*/widget/api/hello', () => HttpResponse.json({ code: 'not-found' }, { status: 404 })))
  await expect(sayHello('nowhere')).rejects.toMatchObject({ code: 'not-found' })
})
