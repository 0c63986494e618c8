import { describe, expect, test } from 'vitest'
import { allowedPageUrl, judgePageUrl } from './page-url.ts'

const allowed = ['https://www.bluesky.example', 'http://localhost:4000', 'https://shop.example:8443', 'null']

describe('[PP] a page may be pushed', () => {
  test.each([
    ['https://www.bluesky.example/fares?from=ams#top', 'https://www.bluesky.example/fares?from=ams#top'],
    ['https://www.bluesky.example', 'https://www.bluesky.example/'],
    ['HTTPS://WWW.BlueSky.EXAMPLE/A', 'https://www.bluesky.example/A'],
    ['https://www.bluesky.example:443/a', 'https://www.bluesky.example/a'],
    ['https://shop.example:8443/a', 'https://shop.example:8443/a'],
    ['http://localhost:4000/demo', 'http://localhost:4000/demo'],
    ['  https://www.bluesky.example/a\n', 'https://www.bluesky.example/a'],
  ])('from an allowed origin, written out in full: %j', (text, href) => {
    expect(allowedPageUrl(text, allowed)).toBe(href)
  })

  test('with backslashes, as the browser reads it, and not as the eye does', () => {
    expect(allowedPageUrl('https:\\\\www.bluesky.example\\a', allowed)).toBe('https://www.bluesky.example/a')
    expect(allowedPageUrl('https://www.bluesky.example\\@evil.example/', allowed)).toBe(
      'https://www.bluesky.example/@evil.example/',
    )
  })
})

describe('[PP] no page is pushed', () => {
  test.each([
    ['a script', 'javascript:alert(1)'],
    ['a script in disguise', 'java\nscript:alert(1)'],
    ['a script with an origin in its text', 'javascript://www.bluesky.example/%0aalert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a blob of an allowed origin', 'blob:https://www.bluesky.example/3f0e6b5a-8c1d-4a52-9d3e-000000000000'],
    ['a file', 'file:///etc/passwd'],
    ['a file system of an allowed origin', 'filesystem:https://www.bluesky.example/temporary/a'],
    ['the view of a source', 'view-source:https://www.bluesky.example/'],
    ['another scheme', 'ftp://www.bluesky.example/'],
    ['a web socket', 'wss://www.bluesky.example/'],
  ])('that is %s', (_what, text) => {
    expect(allowedPageUrl(text, allowed)).toBeUndefined()
  })

  test.each([
    ['a name', 'https://ana@www.bluesky.example/'],
    ['a name and a password', 'https://ana:secret@www.bluesky.example/'],
    ['a password only', 'https://:secret@www.bluesky.example/'],
    ['an allowed host as its name', 'https://www.bluesky.example@evil.example/'],
    ['an allowed host as its name, before a backslash', 'https://www.bluesky.example%5c@evil.example/'],
  ])('with credentials: %s', (_what, text) => {
    expect(allowedPageUrl(text, allowed)).toBeUndefined()
  })

  test.each([
    ['another host', 'https://evil.example/'],
    ['a longer host', 'https://www.bluesky.example.evil.example/'],
    ['a host that ends alike', 'https://evilwww.bluesky.example/'],
    ['the parent domain', 'https://bluesky.example/'],
    ['a dot at the end', 'https://www.bluesky.example./'],
    ['a Cyrillic letter', 'https://www.bluesk\u0443.example/'],
    ['an accent', 'https://www.bluesk\u00fd.example/'],
    ['another port', 'https://www.bluesky.example:444/'],
    ['no port where one is allowed', 'https://shop.example/'],
    ['plain http where https is allowed', 'http://www.bluesky.example/'],
    ['https where plain http is allowed', 'https://localhost:4000/'],
    ['a host after backslashes', 'https:\\\\evil.example\\www.bluesky.example'],
    ['a host without slashes', 'https:evil.example'],
    ['a loopback address instead of its name', 'http://127.0.0.1:4000/'],
  ])('of another origin: %s', (_what, text) => {
    expect(allowedPageUrl(text, allowed)).toBeUndefined()
  })

  test.each([
    '',
    '//www.bluesky.example/a',
    '/a',
    'a',
    'www.bluesky.example',
    'https://',
    'https://[::1',
    'null',
    '\u0000',
  ])('that is no whole address: %j', (text) => {
    expect(allowedPageUrl(text, allowed)).toBeUndefined()
  })

  test('when nothing is allowed', () => {
    expect(allowedPageUrl('https://www.bluesky.example/', [])).toBeUndefined()
  })
})

test.each([
  ['bluesky', 'not-an-address'],
  ['ftp://www.bluesky.example/', 'not-web'],
  ['https://ana:secret@www.bluesky.example/', 'credentials'],
  ['https://elsewhere.example/', 'not-of-site'],
] as const)('[PP1] an address that is refused says why: %s', (text, refusal) => {
  expect(judgePageUrl(text, allowed)).toEqual({ refusal })
})
