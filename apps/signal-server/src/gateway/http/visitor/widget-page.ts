import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { SiteFace } from '@beckon/shared/protocol/http'
import { readPage } from '../page-file.ts'

export interface WidgetPage {
  plain: Buffer
  zipped: Buffer
  /** Of `plain`, as of an entity tag. */
  tag: string
  /** Its own script and style, as sources of a content security policy. */
  script: string
  style: string
}

const pack = promisify(gzip)
const hash = (text: string): string => createHash('sha256').update(text).digest('base64')
const within = (html: string, tag: RegExp): string => `'sha256-${hash(tag.exec(html)?.[1] ?? '')}'`
/** Nothing in it ends the element it stands in. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

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
    const whole = html.replace('id="site">null<', () => `id="site">${data}<`)
    const plain = Buffer.from(whole)
    const page = {
      plain,
      zipped: await pack(plain, { level: 9 }),
      tag: `W/"${hash(whole)}"`,
      script: within(html, /<script type="module">([\s\S]*?)<\/script>/),
      style: within(html, /<style>([\s\S]*?)<\/style>/),
    }
    made.set(face.key, { data, page })
    return page
  }
}
