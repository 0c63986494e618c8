import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { withCentre } from '../bench/centre.ts'
import { type BrowserWish, launchBrowser, newPage } from '../fixtures/browsers.ts'
import { Console } from '../pages/console.ts'
import { Widget } from '../pages/widget.ts'

/** Draws the pictures of the README anew, from the servers and pages as they are built now. */
await withCentre(async ({ node, browsers }) => {
  const open = async (path: string, size: { width: number; height: number }, wish?: BrowserWish): Promise<Page> => {
    const browser = await launchBrowser(wish)
    browsers.push(browser)
    const page = await newPage(browser, wish)
    await page.setViewportSize(size)
    await page.goto(`${node.publicUrl}${path}`)
    return page
  }
  const visit = async (path: string, as: string, wish?: BrowserWish): Promise<Widget> => {
    const page = await open(path, { width: 1180, height: 760 }, wish)
    await page.getByLabel('Signed in as').selectOption(as)
    await page.locator('[data-beckon]').first().click()
    const somebody = new Widget(page)
    await expect(somebody.panel.getByText('Hello')).toBeVisible()
    await somebody.startChat()
    return somebody
  }
  const draw = async ({ page }: { page: Page }, name: string): Promise<void> => {
    const path = fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url))
    await page.screenshot({ path, animations: 'disabled' })
  }

  const ana = new Console(await open('/console', { width: 1440, height: 900 }, { tone: 440 }))
  await ana.signIn(node.publicUrl, 'Ana')
  await ana.toggle('Voice').click()
  await ana.toggle('Voice').click()
  await ana.passHeadsetCheck()
  await ana.openWorkbin()
  await ana.page.getByRole('button', { name: 'New task' }).click()
  const task = ana.page.getByRole('dialog', { name: 'New task' })
  await task.getByRole('textbox', { name: 'What is to be done' }).fill('Ask Lisbon airport for the bag BS 4821.')
  await task.getByRole('button', { name: 'Leave it' }).click()
  await ana.workbin.getByRole('button', { name: /^Take/ }).click()

  const ann = await visit('/demo/baggage', 'ann', { tone: 660 })
  await ana.accept()
  await ann.say('My bag did not arrive with flight BS117.')
  await ana.say('I am sorry, Ann. It missed your flight and is on the 14:20; let me show you the claim form.')
  await ana.page.getByRole('tab', { name: 'Note' }).click()
  await ana.page
    .getByRole('textbox', { name: /^Private note/ })
    .fill('Tag checked: BS 4821 is in Lisbon. Offer a voucher.')
  await ana.page.keyboard.press('Enter')
  await ana.page.getByRole('tab', { name: 'Reply' }).click()
  await ana.page.getByRole('button', { name: 'Push page' }).click()
  const pages = ana.page.getByRole('dialog', { name: 'Push page' })
  await pages.getByRole('checkbox', { name: 'Report a missing bag' }).check()
  await pages.getByRole('button', { name: 'Push 1 page' }).click()
  await ann.panel.getByRole('button', { name: 'Call', exact: true }).click()
  await ana.accept()
  await expect(ana.call.getByText('good line')).toBeVisible()
  await ana.page.getByRole('tab', { name: /^My work/ }).click()
  await draw(ann, 'widget')

  await visit('/demo/booking', 'tom')
  await expect(ana.offer).toContainText('waited 0:05', { timeout: 15_000 })
  await draw(ana, 'console')
})
