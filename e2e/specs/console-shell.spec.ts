import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { findings } from '../pages/findings.ts'

const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** What the browser says of broken rules of the page's policy. */
function policyProblems(page: Page): string[] {
  const problems: string[] = []
  page.on(
    'console',
    (message) => /Content Security|TrustedScript/.test(message.text()) && problems.push(message.text()),
  )
  page.on('pageerror', ({ message }) => problems.push(message))
  return problems
}

test('an agent serves a whole contact without a mouse, finds acts by letters, and moves one to keys of their own', async ({
  customer,
  ana,
}) => {
  const { page } = ana
  const problems = policyProblems(page)
  const ann = await customer()
  await ann.askForChat()
  await expect(ana.offer).toBeVisible()
  await page.keyboard.press('Alt+a')
  await expect(page.getByRole('button', { name: 'End this contact' })).toBeVisible()
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('Typed, with ? and [')
  await page.keyboard.press('Enter')
  await expect(ana.log.getByText('Typed, with ? and [')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  expect(await findings(page)).toEqual([])
  await page.keyboard.type('note')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Private note, only staff see it' })).toBeFocused()

  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await page.keyboard.press('?')
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(await findings(page)).toEqual([])
  await shortcuts.getByRole('button', { name: /^End this contact/ }).press('Enter')
  await page.keyboard.press('Alt+q')
  await expect(shortcuts.getByRole('button', { name: 'End this contact: Alt Q, change' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'End this contact' })).toHaveAttribute('title', 'End (Alt Q)')
  await page.keyboard.press('Alt+q')
  await expect(ana.wrapUp).toBeVisible()
  await page.keyboard.press('1')
  await expect(ana.wrapUp.getByRole('radio').first()).toBeChecked()
  expect(problems).toEqual([])
})

test('panes keep the width an agent gave them; a folded one leaves the offer on top', async ({ customer, ana }) => {
  const { page } = ana
  const splitter = page.getByRole('separator', { name: 'Width of the work pane' })
  await splitter.press('ArrowRight')
  await splitter.press('ArrowRight')
  const width = async () => (await page.getByRole('complementary', { name: 'Work' }).boundingBox())?.width
  expect(await width()).toBe(328)
  await page.reload()
  await expect(ana.connected).toBeVisible()
  expect(await width()).toBe(328)
  await splitter.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Work' })).toBeHidden()
  const ann = await customer()
  await ann.askForChat()
  await expect(ana.offer).toBeVisible()
  await ana.accept()
  await page.getByRole('button', { name: 'Work pane' }).click()
  await expect(ana.work.getByRole('button')).toHaveCount(1)
})

test('on a phone one pane is on the screen, the offer always, and nothing is wider than it', async ({
  customer,
  ana,
}) => {
  const { page } = ana
  await page.setViewportSize({ width: 390, height: 844 })
  const ann = await customer()
  await ann.askForChat()
  await page.getByRole('button', { name: 'Customer', exact: true }).click()
  await expect(ana.offer).toBeVisible()
  expect(await findings(page)).toEqual([])
  await ana.accept()
  await expect(page.getByRole('button', { name: 'Talk', exact: true })).toHaveAttribute('aria-current', 'page')
  await ana.say('From a phone')
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 })
    for (const pane of [/^Work/, /^Talk/, /^Customer/]) {
      await page.getByRole('navigation').getByRole('button', { name: pane }).click()
      expect(await overflows(page)).toBe(false)
    }
  }
  expect(await findings(page)).toEqual([])
})

test('an agent reads the console in Arabic, from right to left, and finds it so the next time', async ({
  customer,
  ana,
}) => {
  const { page } = ana
  await page.getByRole('button', { name: 'Account of Ana' }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await expect(page.locator('html[dir=rtl][lang=ar]')).toHaveCount(1)
  const ann = await customer()
  await ann.askForChat()
  await page.getByRole('button', { name: /قبول/ }).first().click()
  await expect(page.getByRole('button', { name: 'أنهِ هذا التواصل' })).toBeVisible()
  const work = await page.getByRole('complementary', { name: 'العمل' }).boundingBox()
  const customerPane = await page.getByRole('complementary', { name: 'العميل' }).boundingBox()
  expect(work?.x).toBeGreaterThan(customerPane?.x ?? Number.NaN)
  expect(await findings(page)).toEqual([])
  await page.reload()
  await expect(page.locator('html[dir=rtl]')).toHaveCount(1)
})

test('the console can be installed, keeps its files and no answer of the API, and obeys its own policy', async ({
  ana,
}) => {
  const { page } = ana
  const problems = policyProblems(page)
  await page.reload()
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/console'))?.active?.state))
    .toBe('activated')
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)))
    const requests = await Promise.all(caches.map((cache) => cache.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept.length).toBeGreaterThan(5)
  expect(kept.filter((path) => path !== '/console' && !path.startsWith('/console/assets/'))).toEqual([])
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    return (await (await fetch(link?.href ?? '')).json()) as { start_url: string; icons: { src: string }[] }
  })
  expect(manifest.start_url).toBe('/console')
  for (const { src } of manifest.icons)
    expect((await page.request.get(new URL(src, page.url()).href)).status()).toBe(200)
  expect(problems).toEqual([])
})
