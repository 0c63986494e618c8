import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { lookOf } from '@beckon/shared/rules/look'
import type { SiteFace } from '@beckon/shared/protocol/http'
import type { Theme } from '@beckon/shared/rules/theme'
import { readPage } from '../page-file.ts'

export interface WidgetPage {
  plain: Buffer
  /** Packed at the best level, the smallest first. */
  packed: readonly { encoding: 'br' | 'gzip'; body: Buffer }[]
  /** Of `plain`, as of an entity tag. */
  tag: string
  /** Its own script and style, as sources of a content security policy. */
  script: string
  style: string
}

const zip = promisify(gzip)
/** At its best unless told otherwise. */
const brotli = promisify(brotliCompress)
const hash = (text: string): string => createHash('sha256').update(text).digest('base64')
const within = (html: string, tag: RegExp): string => `'sha256-${hash(tag.exec(html)?.[1] ?? '')}'`
/** Nothing in it ends the element it stands in. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
/** `theme` was checked: colours and numbers only. */
const asStyle = (theme: Theme): string =>
  `:root{${Object.entries(lookOf(theme))
    .map((property) => property.join(':'))
    .join(';')}}`

/** The page of the widget with what it shows of its site in it; packed once for each, not at each request. */
export function createWidgetPages(folder: string): (face: SiteFace) => Promise<WidgetPage> {
  let built = ''
  const made = new Map<string, { data: string; page: WidgetPage }>()

  return async (face) => {
    const html = await readPage(folder, 'frame.html')
    // In development it is built anew while the server runs.
    if (html !== built) made.clear()
    built = html
    const data = asData(face)
    const known = made.get(face.key)
    if (known?.data === data) return known.page
    const whole = html
      .replace('id="site">null<', () => `id="site">${data}<`)
      .replace('</style>', () => `${asStyle(face.theme)}</style>`)
    const plain = Buffer.from(whole)
    const [br, gz] = await Promise.all([brotli(plain), zip(plain, { level: 9 })])
    const page: WidgetPage = {
      plain,
      packed: [
        { encoding: 'br', body: br },
        { encoding: 'gzip', body: gz },
      ],
      tag: `W/"${hash(whole)}"`,
      script: within(whole, /<script type="module">([\s\S]*?)<\/script>/),
      style: within(whole, /<style>([\s\S]*?)<\/style>/),
    }
    made.set(face.key, { data, page })
    return page
  }
}
