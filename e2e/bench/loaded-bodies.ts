import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

/** A page that has been given nothing for so long has all it asked for. */
const quietMs = 1_500

export interface Body {
  /** Path without query. */
  path: string
  /** Of the body as gzip −9 packs it, whatever packing it was sent with. */
  gzBytes: number
  /** When the page asked for it, epoch milliseconds. */
  askedAt: number
}

/** Everything a page and its frames have fetched from one origin since the last look. */
export function watchBodies(page: Page, origin: string): { since(): Promise<Body[]> } {
  let pending: Promise<Body>[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).origin === origin) pending.push(read(response))
  })
  return {
    async since() {
      await quiet(page)
      const bodies = await Promise.all(pending)
      pending = []
      return bodies
    },
  }
}

function quiet(page: Page): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(done, quietMs)
    const again = (): void => {
      clearTimeout(timer)
      timer = setTimeout(done, quietMs)
    }
    function done(): void {
      page.off('response', again)
      resolve()
    }
    page.on('response', again)
  })
}

async function read(response: Response): Promise<Body> {
  const path = new URL(response.url()).pathname
  const gzBytes = response.status() === 200 ? gzipSync(await response.body(), { level: 9 }).length : 0
  return { path, gzBytes, askedAt: response.request().timing().startTime }
}

export const total = (bodies: readonly Body[]): number => bodies.reduce((sum, { gzBytes }) => sum + gzBytes, 0)
