import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../testing/http-server.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
  await http.db.query("update subjects set name = '</script><b>' where key = 'accounts'")
  await http.db.query(
    "insert into site_origins select id, 'https://www.bluesky.example' from sites where key = 'bluesky'",
  )
})
afterAll(() => http.close())

const digest = (text: string) => createHash('sha256').update(text).digest('base64')

/** {directive: [values]} */
function policyOf(header: unknown): Record<string, string[]> {
  const parts = String(header)
    .split(';')
    .map((part) => part.trim().split(' '))
  return Object.fromEntries(parts.map(([name = '', ...values]) => [name, values]))
}

it("the frame may stand in pages of its site's origins and nowhere else", async () => {
  const { headers, body } = await http.onWidget({ url: '/widget/frame?site=bluesky' })
  const style = /<style>(.*?)<\/style>/.exec(body)?.[1] ?? ''
  expect(policyOf(headers['content-security-policy'])).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'", `'sha256-${digest('frame()')}'`],
    'style-src': ["'self'", `'sha256-${digest(style)}'`],
    'connect-src': ["'self'", 'ws://127.0.0.1:3000'],
    'frame-ancestors': ['http://localhost:3000', 'https://www.bluesky.example'],
    'require-trusted-types-for': ["'script'"],
  })
  const other = await http.onWidget({ url: '/widget/frame?site=northbank' })
  expect(policyOf(other.headers['content-security-policy'])['frame-ancestors']).toEqual(['http://localhost:3000'])
})

it("[TH4] the frame carries its site's look and words, and none of it ends the element it stands in", async () => {
  const { body } = await http.onWidget({ url: '/widget/frame?site=northbank' })
  const data = /<script type="application\/json" id="site">(.*?)<\/script>/.exec(body)?.[1] ?? ''
  expect(JSON.parse(data)).toMatchObject({ key: 'northbank', name: 'North Bank', theme: { accent: '#166534' } })
  expect(JSON.parse(data).subjects).toContainEqual({ key: 'accounts', name: '</script><b>' })
  expect(body).toContain('<script type="module">frame()</script>')
  expect(body).toContain('<style>p{color:red}:root{color-scheme:light dark;--accent:light-dark(#166534, ')
})

it('a browser that has the frame already gets one short answer', async () => {
  const first = await http.onWidget({ url: '/widget/frame?site=bluesky', headers: { 'accept-encoding': 'gzip' } })
  expect(first.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'private, no-cache' })
  const smaller = await http.onWidget({
    url: '/widget/frame?site=bluesky',
    headers: { 'accept-encoding': 'gzip, deflate, br' },
  })
  expect(smaller.headers).toMatchObject({ 'content-encoding': 'br', etag: first.headers.etag })
  expect(brotliDecompressSync(smaller.rawPayload)).toEqual(gunzipSync(first.rawPayload))
  const again = await http.onWidget({
    url: '/widget/frame?site=bluesky',
    headers: { 'if-none-match': String(first.headers.etag) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
})

it('the call window stands in no page, and may talk to the page that opened it', async () => {
  const { headers } = await http.onWidget({ url: '/widget/call?site=bluesky' })
  expect(policyOf(headers['content-security-policy'])['frame-ancestors']).toEqual(["'none'"])
  expect(headers['cross-origin-opener-policy']).toBe('unsafe-none')
})

it.each(['/widget/frame?site=nobody', '/widget/call?site=nobody'])('%s is no page', async (url) => {
  expect((await http.onWidget({ url })).statusCode).toBe(404)
})

it('the console stands in no page and runs and styles itself with its own files only', async () => {
  for (const url of ['/console', '/console/']) {
    const { headers } = await http.onPublic({ url })
    expect(policyOf(headers['content-security-policy'])).toMatchObject({
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['beckon-console'],
    })
  }
})

it('the console’s service worker may serve the page above it and is looked for again each time', async () => {
  const { headers, body } = await http.onPublic({ url: '/console/sw.js' })
  expect(body).toBe('worker()')
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'service-worker-allowed': '/console',
  })
  expect(policyOf(headers['content-security-policy'])['connect-src']).toContain("'self'")
})

it('no page of ours allows inline script', async () => {
  const pages = [http.onPublic({ url: '/console' }), http.onPublic({ url: '/demo/' }), http.onPublic({ url: '/docs' })]
  for (const { headers } of await Promise.all([...pages, http.onWidget({ url: '/widget/frame?site=bluesky' })])) {
    const policy = policyOf(headers['content-security-policy'])
    expect(policy['script-src'] ?? policy['default-src']).not.toContain("'unsafe-inline'")
    expect(policy['script-src'] ?? policy['default-src']).toContain("'self'")
  }
})

it('a host page may load the loader; it is looked for again after ten minutes', async () => {
  const { headers, body } = await http.onWidget({ url: '/widget.js' })
  expect(body).toBe('loader()')
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=600, stale-while-revalidate=86400',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': 'application/javascript; charset=utf-8',
  })
})

it('built files are kept for good and sent as they were compressed', async () => {
  const plain = await http.onWidget({ url: '/widget/assets/panel-1a2b3c4d.js' })
  expect([plain.body, plain.headers['cache-control']]).toEqual(['panel()', 'public, max-age=31536000, immutable'])
  const zipped = await http.onWidget({
    url: '/widget/assets/panel-1a2b3c4d.js',
    headers: { 'accept-encoding': 'gzip, br' },
  })
  expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
  const map = await http.onPublic({
    url: '/console/assets/countries-9c0d1e2f.json',
    headers: { 'accept-encoding': 'gzip, deflate, br' },
  })
  expect([map.body, map.headers['content-encoding']]).toEqual(['small', 'br'])
  expect(map.headers['content-type']).toContain('application/json')
})

it.each(['/widget/assets/../frame.html', '/widget/assets/%2e%2e/frame.html', '/widget/assets/..%2fframe.html'])(
  '%s leads nowhere',
  async (url) => {
    expect((await http.onWidget({ url })).statusCode).not.toBe(200)
  },
)

it.each(['/demo/..%2fframe.html', '/demo/%2e%2e%2fframe', '/demo/..%2f..%2fconsole%2findex.html', '/demo/nothing'])(
  '%s leads nowhere',
  async (url) => {
    expect((await http.onPublic({ url })).statusCode).toBe(404)
  },
)

it('the demo site is a host page that knows where the widget is', async () => {
  const { body, headers } = await http.onPublic({ url: '/demo/' })
  expect(headers['cross-origin-opener-policy']).toBe('same-origin-allow-popups')
  expect(body).toContain('src="http://127.0.0.1:3000/widget.js"')
  expect(policyOf(headers['content-security-policy'])).toMatchObject({
    'script-src': ["'self'", 'http://127.0.0.1:3000'],
    'frame-src': ['http://127.0.0.1:3000'],
  })
  expect((await http.onPublic({ url: '/demo/booking' })).body).toContain('booking')
  expect((await http.onPublic({ url: '/demo/demo.css' })).headers['content-type']).toContain('text/css')
})

it('a file of the console that is not there is not answered with the console', async () => {
  expect((await http.onPublic({ url: '/console/assets/gone-00000000.js' })).statusCode).toBe(404)
  expect((await http.onPublic({ url: '/console/favicon.ico' })).statusCode).toBe(404)
})
