import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'

let http: HttpServer
let sam: string
beforeAll(async () => {
  http = await httpServer()
  sam = await http.signIn('sam@bluesky.example')
})
afterAll(() => http.close())

type Method = NonNullable<InjectOptions['method']>
const ask = (method: Method, path: string, payload?: object, headers: Record<string, string> = {}) =>
  http.onPublic({ method, url: `/api/v1/${path}`, headers: { cookie: sam, ...headers }, ...(payload && { payload }) })

/** What the widget's page carries of the site, at once. */
async function face() {
  const page = await http.onWidget({ url: '/widget/frame?site=bluesky' })
  return JSON.parse(/ id="site">(.*?)<\/script>/.exec(page.body)?.[1] ?? '') as {
    theme: object
    pages: { kind: string; subject: string; text: string }[]
  }
}

describe('what a customer reads around a contact', () => {
  it('[PG3] is made for a subject, changed in parts and taken away by its kind and subject', async () => {
    const links = [{ title: 'Lounges', url: 'http://localhost:3000/demo/lounge' }]
    const made = await ask('POST', 'contact-pages', { kind: 'survey', subject: 'lounge', title: 'Comfortable?', links })
    expect([made.statusCode, made.headers['location']]).toEqual([201, '/api/v1/contact-pages/survey-lounge'])
    const changed = await ask('PATCH', 'contact-pages/survey-lounge', { text: 'Two of three answer.' })
    expect(changed.json()).toEqual({
      id: 'survey-lounge',
      kind: 'survey',
      subject: 'lounge',
      title: 'Comfortable?',
      text: 'Two of three answer.',
      promotion: '',
      links,
    })
    expect((await ask('DELETE', 'contact-pages/survey-lounge')).statusCode).toBe(204)
    expect((await ask('GET', 'contact-pages/survey-lounge')).statusCode).toBe(404)
    expect((await ask('GET', 'contact-pages/welcome')).json()).toMatchObject({ kind: 'welcome', subject: '' })
  })

  it('[PG3] one for an unknown subject, or with a link that no customer would see, is refused with all of it', async () => {
    const links = [
      { title: 'Ours', url: 'http://localhost:3000/demo/' },
      { title: 'Another’s', url: 'https://evil.example/' },
    ]
    const refused = await ask('POST', 'contact-pages', { kind: 'closing', subject: 'gone', links })
    expect([refused.statusCode, refused.json().problems]).toEqual([
      422,
      [
        { code: 'page-not-allowed', at: 'links.1.url' },
        { code: 'unknown-subject', at: 'subject' },
      ],
    ])
    expect((await ask('PATCH', 'contact-pages/welcome', { links })).statusCode).toBe(422)
    expect((await ask('GET', 'contact-pages/welcome')).json().links).toEqual([])
  })

  it('[RS2] a change made from an older version is refused', async () => {
    const old = String((await ask('GET', 'contact-pages/closing')).headers['etag'])
    await ask('PATCH', 'contact-pages/closing', { text: 'Goodbye.' })
    const late = await ask('PATCH', 'contact-pages/closing', { text: 'Lost?' }, { 'if-match': old })
    expect([late.statusCode, late.json().code]).toEqual([412, 'changed'])
  })

  it.each([
    [{ kind: 'banner', text: 'x' }],
    [{ kind: 'welcome', subject: 'Not a key' }],
    [{ kind: 'welcome', text: 'x'.repeat(2_001) }],
    [{ kind: 'welcome', links: [{ title: 'x', url: 'javascript:alert(1)' }] }],
  ])('[AU6] %j is not understood', async (payload) => {
    expect((await ask('POST', 'contact-pages', payload)).statusCode).toBe(400)
  })
})

describe('the look', () => {
  it('[TH3] is changed as a whole, and the widget’s next page has it', async () => {
    const look = { ground: '#101820', text: '#f5f7fa', radius: 4, mode: 'dark' }
    const changed = await ask('PATCH', 'site', { look })
    expect([changed.statusCode, changed.json().look]).toEqual([200, look])
    http.clock.advance(6_000)
    expect((await face()).theme).toEqual({ accent: '#0b66c3', ...look })
    expect((await ask('PATCH', 'site', { look: { radius: 12 } })).json().look).toEqual({ radius: 12 })
  })

  it('[TH3] words that could not be read on their ground are refused, and told why', async () => {
    const refused = await ask('PATCH', 'site', { look: { ground: '#808080', text: '#909090' } })
    expect([refused.statusCode, refused.json()]).toEqual([
      422,
      expect.objectContaining({
        detail: expect.stringContaining('contrast of 1.2'),
        problems: [{ code: 'low-contrast', at: 'look.text' }],
      }),
    ])
  })

  it.each([[{ ground: '#ffffff' }], [{ radius: 25 }], [{ mode: 'neon' }], [{ ground: 'white', text: 'black' }]])(
    '[AU6] %j is not understood',
    async (look) => {
      expect((await ask('PATCH', 'site', { look })).statusCode).toBe(400)
    },
  )
})
