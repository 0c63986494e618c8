import type { Page } from '@playwright/test'

/** From its next load on, what a page is told of the others can be held back, as news that is still under way. */
export async function holdNews(page: Page): Promise<{ hold(): void }> {
  let held = false
  await page.routeWebSocket('**/console/io/**', (line) => {
    const server = line.connectToServer()
    server.onMessage((frame) => {
      if (!held || !String(frame).includes('"view:changed"')) line.send(frame)
    })
  })
  return { hold: () => void (held = true) }
}
