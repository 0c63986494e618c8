import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

/** What planted code calls when it runs; `data-planted` and the canary's address mark what planted markup becomes. */
declare global {
  interface Window {
    planted(what: string): void
  }
}

/** An address nobody has a reason to ask for. */
export async function startCanary(): Promise<{ url: string; asked: string[]; close(): void }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/canary`
  return {
    url,
    asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What a page does that no text of a customer may make it do; in its frames too, from its next load on. */
export async function watchMisdeeds(page: Page): Promise<string[]> {
  const misdeeds: string[] = []
  await page.exposeBinding('planted', (_, what: string) => void misdeeds.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.planted(`${violatedDirective} ${blockedURI}`),
    )
  })
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', ({ message }) => misdeeds.push(`error: ${message}`))
  page.on(
    'console',
    (message) => /Content Security|Trusted/.test(message.text()) && misdeeds.push(`policy: ${message.text()}`),
  )
  return misdeeds
}

/** Elements in a page and its frames that can only come from planted markup. */
export async function plantedElements(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const frame of page.frames()) {
    const here = await frame.evaluate(() =>
      [...document.querySelectorAll('[data-planted], [onerror], [onload], [onmouseover], [srcdoc], [href^=javascript]')]
        .concat([...document.querySelectorAll('[src*="/canary"], link[href*="/canary"], image[href*="/canary"]')])
        .map((element) => element.outerHTML.slice(0, 200)),
    )
    found.push(...here)
  }
  return found
}
