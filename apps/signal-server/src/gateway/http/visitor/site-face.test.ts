import { expect, it } from 'vitest'
import type { SiteSettings } from '../../../stores/read-site-settings.ts'
import { siteFace } from './site-face.ts'

const page = { kind: 'closing' as const, subject: '', title: '', text: '<b>Bye</b>', promotion: '' }
const site = {
  id: 'id' as SiteSettings['id'],
  key: 'bluesky',
  name: 'Blue Sky',
  identitySecret: 'a secret',
  origins: ['https://bluesky.example'],
  subjects: [],
  files: { kinds: [], maxBytes: 1 },
  theme: {},
}

it('[PG2] of the links of a page only those to the site leave; its text leaves as it is', () => {
  const links = [
    'https://bluesky.example/claim',
    'https://evil.example/',
    'javascript:alert(1)',
    'https://user:secret@bluesky.example/',
  ].map((url) => ({ title: url, url }))
  const [shown] = siteFace({ ...site, pages: [{ ...page, links }] }).pages
  expect(shown?.links.map(({ url }) => url)).toEqual(['https://bluesky.example/claim'])
  expect(shown?.text).toBe('<b>Bye</b>')
})

it('[TH2] a stored look that cannot be read is left out', () => {
  const theme = { accent: '#0b66c3', ground: '#ffffff', text: '#eeeeee' }
  expect(siteFace({ ...site, pages: [], theme }).theme).toEqual({ accent: '#0b66c3' })
})
