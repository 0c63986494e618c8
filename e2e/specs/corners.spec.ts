import { freePort } from '@beckon/signal-server/runtime/free-port'
import type { Locator } from '@playwright/test'
import { shapedLine } from '../bench/shaped-line.ts'
import { strictCsp } from '../fixtures/host-page.ts'
import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'
import type { Widget } from '../pages/widget.ts'

/** Goes to a control by Tab alone, through the page and the panel. */
async function reach({ page }: Widget, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let steps = 0; steps < 60; steps++) {
    if (await control.evaluate((node) => node === node.ownerDocument.activeElement && document.hasFocus())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${control.toString()}`)
}

async function press(ann: Widget, control: Locator): Promise<void> {
  await reach(ann, control)
  await ann.page.keyboard.press('Enter')
}

test('on a phone, in Arabic, in the dark and without a pointer, a customer goes the whole way', async ({
  ana,
  ann,
}) => {
  const { page, panel } = ann
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => (window as unknown as { Beckon: (...call: string[]) => void }).Beckon('setLocale', 'ar'))
  const opener = page.getByRole('button', { name: 'Talk to us' }).first()
  const button = (name: string) => panel.getByRole('button', { name, exact: true })
  await press(ann, opener)
  await press(ann, panel.getByRole('button', { name: /^محادثة كتابية/ }))
  await expect(panel.locator('html')).toHaveAttribute('dir', 'rtl')
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  await reach(ann, panel.getByRole('textbox', { name: 'رسالة' }))
  await page.keyboard.type('أين حقيبتي؟')
  await page.keyboard.press('Enter')
  await ana.accept()
  await expect(ana.log.getByText('أين حقيبتي؟')).toBeVisible()
  await ana.pushPages(1)
  await press(ann, button('ليس الآن'))
  await expect(ana.log).toContainText('dismissed')
  await press(ann, button('إنهاء'))
  await press(ann, button('إنهاء المحادثة'))
  await reach(ann, panel.getByRole('radio').first())
  await page.keyboard.press('ArrowLeft')
  await press(ann, panel.getByRole('region', { name: 'كيف كانت تجربتك؟' }).getByRole('button', { name: 'إرسال' }))
  await expect(panel.getByText('شكرًا على إجابتك.')).toBeVisible()
  await press(ann, button('ابدأ من جديد'))
  await press(ann, button('محادثاتك'))
  await press(ann, panel.getByRole('main').getByRole('listitem').getByRole('button').first())
  await expect(panel.getByText('أين حقيبتي؟')).toBeVisible()
  await press(ann, button('إغلاق'))
  await expect(page.locator('iframe')).toBeHidden()
  await expect(opener).toBeFocused()
})

test('on a slow line, 150 ms there and back and 1.6 Mbit/s, both go the whole way and nothing is said twice', async ({
  centre,
  hostPage,
  customer,
  agent,
}) => {
  test.setTimeout(150_000)
  const port = await freePort()
  const line = await shapedLine(() => port, { roundTripMs: 150, bitsPerSecond: 1_600_000 })
  const far = await centre.addNode(line.port, port)
  const ana = await agent('Ana', {}, far)
  const ann = await customer(await hostPage({}, far))
  await beginChat(ann, ana)
  for (const text of ['one', 'two', 'three']) {
    await ann.message.fill(text)
    await ann.message.press('Enter')
  }
  await ana.say('four')
  for (const log of [ann.log, ana.log]) {
    for (const text of ['one', 'two', 'three', 'four'])
      await expect(log.getByText(text, { exact: true })).toHaveCount(1)
  }
  await ana.pushPages(1)
  await ann.panel.getByRole('button', { name: 'Not now' }).click()
  await expect(ana.log).toContainText('dismissed')
  await ann.panel.getByRole('button', { name: 'Call', exact: true }).click()
  await ana.accept()
  await expect(ana.call).toContainText('hears you')
  await ana.call.getByRole('button', { name: 'Hang up' }).click()
  await ana.choose(/Baggage/)
  await ana.end()
  await expect(ann.closing).toBeVisible()
  line.close()
})

test('a reload at every step, on either side, finds that step again', async ({ ana, ann }) => {
  test.setTimeout(180_000)
  const annReloads = () => ann.page.reload()
  const anaReloads = async () => {
    await ana.page.reload()
    await expect(ana.connected).toBeVisible()
  }
  await ana.page.getByRole('switch', { name: 'Chat, take new contacts' }).click()
  await ann.open()
  await annReloads()
  await expect(ann.chooseChat).toBeVisible()
  await ann.startChat()
  await expect(ann.waiting).toBeVisible()
  await annReloads()
  await expect(ann.waiting).toBeVisible()
  await anaReloads()
  await ana.toggle('Chat').click()
  await expect(ana.offer).toBeVisible()
  await anaReloads()
  await expect(ana.offer).toBeVisible()
  await annReloads()
  await ana.accept()
  await ann.say('Hello')
  await annReloads()
  await expect(ann.log.getByText('Hello')).toBeVisible()
  await anaReloads()
  await ana.choose(/Baggage/)
  await expect(ana.log.getByText('Hello')).toBeVisible()

  await ana.pushPages(1)
  const card = ann.panel.getByRole('article', { name: 'Ana shows you a page' })
  await expect(card).toBeVisible()
  await annReloads()
  await card.getByRole('button', { name: 'Not now' }).click()
  await expect(ana.log).toContainText('dismissed')
  await anaReloads()
  await ana.choose(/Baggage/)
  await expect(ana.log).toContainText('dismissed')

  await ann.panel.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(ana.offer).toBeVisible()
  await annReloads()
  await anaReloads()
  await ana.accept()
  await expect(ana.call).toContainText('hears you')
  await annReloads()
  await expect(ann.call).toContainText('On the call with Ana')
  await ana.call.getByRole('button', { name: 'Hang up' }).click()
  await ana.choose(/Hello|dismissed|Baggage/)
  await ana.end()
  await anaReloads()
  await ana.choose(/wrap-up/)
  await expect(ana.wrapUp).toBeVisible()
  await expect(ann.closing).toBeVisible()
  await annReloads()
  await expect(ann.panel.getByRole('region', { name: 'How was it?' })).toBeVisible()
})

test('on a hostile page, with its own world broken, a strict policy and no microphone, a customer is served', async ({
  centre,
  hostPage,
  customer,
  ana,
}) => {
  const host = await hostPage({
    csp: strictCsp(centre.node.widgetUrl),
    permissionsPolicy: 'microphone=(), geolocation=()',
  })
  const ann = await customer(host)
  const said: string[] = []
  ann.page.on('pageerror', ({ stack }) => stack?.includes(centre.node.widgetUrl) && said.push(stack))
  // Only the page's own world: the frame has another.
  await ann.page.addInitScript(() => {
    if (window !== window.top) return
    const broken = () => {
      throw new Error('replaced by the page')
    }
    const breakAll = (of: object) => {
      for (const name of Object.getOwnPropertyNames(of))
        if (name !== 'constructor' && name !== 'length')
          Object.defineProperty(of, name, { value: broken, enumerable: true })
    }
    breakAll(Array.prototype)
    breakAll(Promise.prototype)
    breakAll(JSON)
    for (const name of ['fetch', 'Promise', 'Map', 'Set', 'WeakMap', 'Symbol', 'Reflect'])
      Object.assign(window, { [name]: broken })
  })
  await ann.page.reload()
  await ann.open()
  await ann.chooseVoice.click()
  await expect(ann.panel.getByRole('alert')).toContainText('This page does not let us use the microphone')
  await ann.panel.getByRole('button', { name: 'Chat instead' }).click()
  await ana.accept()
  await ann.say('Where is my bag?')
  await ana.say('On its way.')
  await expect(ann.log).toContainText('On its way.')
  await ann.page.reload()
  await expect(ann.log).toContainText('On its way.')
  await ana.end()
  await expect(ann.closing).toBeVisible()
  expect(said).toEqual([])
})
