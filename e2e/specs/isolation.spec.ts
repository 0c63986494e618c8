import type { Page } from '@playwright/test'
import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'

/** Everything that reaches a page by socket, as text. */
function frames(page: Page): string[] {
  const received: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))))
  return received
}

const canary = 'canary-7f3a9c'

test('[AU13] what a customer of one site says reaches nobody of the other site, and no log', async ({
  centre,
  customer,
  agent,
}) => {
  const nora = await agent('Nora')
  const heard = frames(nora.page)
  await nora.page.reload()
  await expect(nora.connected).toBeVisible()
  const ana = await agent('Ana')
  const ann = await customer()
  await beginChat(ann, ana)
  await ann.say(`${canary} from the customer`)
  await ana.say(`${canary} from the agent`)
  await expect(ann.log).toContainText(`${canary} from the agent`)
  await nora.toggle('Voice').click()
  await expect(nora.toggle('Voice')).not.toBeChecked()
  expect(heard.length).toBeGreaterThan(2)
  expect(heard.filter((frame) => frame.includes(canary))).toEqual([])
  expect(centre.node.output).not.toContain(canary)
})

test('[AU13] what a customer writes is text everywhere: markup, script and links stay what was typed', async ({
  chat: { ann, ana },
}) => {
  const nasty = '<img src=x onerror="document.title=`owned`"> <script>alert(1)</script> [a](javascript:alert(1)) ${7*7}'
  await ann.say(nasty)
  await expect(ana.log.getByText(nasty, { exact: true })).toBeVisible()
  await expect(ana.log.locator('img, script, a')).toHaveCount(0)
  await expect(ann.log.locator('img, script, a')).toHaveCount(0)
  expect(await ana.page.title()).not.toContain('owned')
})
