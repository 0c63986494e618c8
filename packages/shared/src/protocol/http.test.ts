import { describe, expect, test } from 'vitest'
import { Entry } from '../model/entry.ts'
import { HelloRequest, IdentifyRequest } from './http.ts'

describe('what a page sends over HTTP', () => {
  test('hello and identify strip what nobody asked for', () => {
    const hello = { site: 'bluesky', token: 'abc', cookieFailed: true }
    const identify = { site: 'bluesky', identity: 'a.b.c', token: 'abc' }

    expect(HelloRequest.safeParse({ ...hello, customerId: 1 }).data).toEqual(hello)
    expect(IdentifyRequest.safeParse({ ...identify, roles: ['admin'] }).data).toEqual(identify)
  })

  test.each([
    ['a site key with a path', HelloRequest, { site: '../northbank' }],
    ['no site key', HelloRequest, {}],
    ['a token without end', HelloRequest, { site: 'bluesky', token: 'x'.repeat(101) }],
    ['a word for yes', HelloRequest, { site: 'bluesky', cookieFailed: 'yes' }],
    ['an identity without end', IdentifyRequest, { site: 'bluesky', identity: 'x'.repeat(4_001) }],
    ['no identity', IdentifyRequest, { site: 'bluesky' }],
  ])('%s is refused', (_what, schema, body) => {
    expect(schema.safeParse(body).success).toBe(false)
  })
})

describe('an entry of a stream', () => {
  const entry = { streamId: 's', seq: 1, id: 'i', order: 1, at: 1, author: { kind: 'agent', name: 'Ana' } }

  test('keeps the fields of its kind and no others', () => {
    const body = { kind: 'message', text: 'hi', secret: 'x' }
    const parsed = Entry.safeParse({ ...entry, author: { ...entry.author, email: 'a@b.example' }, body }).data

    expect(parsed).toEqual({ ...entry, body: { kind: 'message', text: 'hi' } })
  })

  test.each([
    ['an unknown kind', { kind: 'shout', text: 'hi' }],
    ['an unknown cause', { kind: 'ended', cause: 'boredom' }],
    ['a signal beyond its bound', { kind: 'signal', epoch: 1, data: 'x'.repeat(16_001) }],
  ])('of %s is refused', (_what, body) => {
    expect(Entry.safeParse({ ...entry, body }).success).toBe(false)
  })
})
