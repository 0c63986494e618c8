import type { Page } from '@playwright/test'
import { beginCall } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'
import { Console } from '../pages/console.ts'
import { expectToHear } from '../pages/sound.ts'

/** Counts the tones a page really starts. */
async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { tones: number }
    seen.tones = 0
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...when) {
      seen.tones++
      start.apply(this, when)
    }
  })
  return () => page.evaluate(() => (globalThis as unknown as { tones: number }).tones)
}

test('[PR13] a device is checked once before it is ready on voice, and the choice is kept', async ({ ana }) => {
  await ana.toggle('Voice').click()
  await expect(ana.toggle('Voice')).not.toBeChecked()

  await test.step('switching on opens the check; the microphone is heard', async () => {
    await ana.toggle('Voice').click()
    await expect(ana.headset).toBeVisible()
    await expect(ana.headset.getByText('We hear you')).toBeVisible()
    const microphone = ana.headset.getByRole('combobox', { name: 'Microphone' })
    await expect.poll(() => microphone.getByRole('option').count()).toBeGreaterThan(1)
    await microphone.selectOption({ index: 1 })
    await ana.headset.getByRole('combobox', { name: 'Ringer' }).selectOption({ index: 1 })
    await ana.headset.getByRole('button', { name: 'Record and play back' }).click()
    await expect(ana.headset.getByText('If you did not hear yourself')).toBeVisible()
    await expect(ana.toggle('Voice')).not.toBeChecked()
  })

  await test.step('passing it makes the agent available, and it is not asked for again', async () => {
    await ana.passHeadsetCheck()
    await expect(ana.toggle('Voice')).toBeChecked()
    await ana.page.reload()
    await expect(ana.toggle('Voice')).toBeChecked()
    await ana.toggle('Voice').click()
    await expect(ana.toggle('Voice')).not.toBeChecked()
    await ana.toggle('Voice').click()
    await expect(ana.toggle('Voice')).toBeChecked()
  })
})

test('[PR13] without a microphone voice stays off, with the reason and the remedy', async ({ agent }) => {
  const ana = await agent('Ana', { microphone: false })
  await ana.toggle('Voice').click()
  await expect(ana.toggle('Voice')).not.toBeChecked()
  await ana.toggle('Voice').click()
  await expect(ana.headset.getByRole('alert')).toContainText('The microphone is blocked for this page')
  await expect(ana.headset.getByRole('button', { name: 'Go ready on voice' })).toBeDisabled()
  await ana.headset.getByRole('button', { name: 'Not now' }).click()
  await expect(ana.toggle('Voice')).not.toBeChecked()
})

test('[OF9] of two tabs one rings, the other goes on when it closes, and both stop at once', async ({
  agent,
  customer,
}) => {
  const first = await agent('Ana')
  const second = new Console(await first.page.context().newPage())
  const tones = [await countTones(first.page), await countTones(second.page)] as const
  await first.page.reload()
  await second.page.goto(first.page.url())
  await expect(second.connected).toBeVisible()
  await expect(first.connected).toBeVisible()

  const ann = await customer()
  await ann.askForChat()
  await expect(first.offer).toBeVisible()
  await expect(second.offer).toBeVisible()
  const heard = async () => [await tones[0](), await tones[1]()]
  // Two rings, so that the other tab had every occasion.
  await expect.poll(async () => Math.max(...(await heard()))).toBeGreaterThanOrEqual(8)
  expect(Math.min(...(await heard()))).toBe(0)

  const [ringing, quiet] = (await tones[0]()) > 0 ? [first, second] : [second, first]
  const quietTones = ringing === first ? tones[1] : tones[0]
  await ringing.page.close()
  await expect.poll(quietTones).toBeGreaterThan(0)
  await quiet.accept()
  const after = await quietTones()
  await expect(quiet.offer).toHaveCount(0)
  await quiet.say('Hello')
  expect(await quietTones()).toBe(after)
})

test('[OF10] an offer in a hidden tab alerts the desktop; the click leads to it', async ({ customer, ana }) => {
  await ana.page.context().grantPermissions(['notifications'])
  await ana.page.addInitScript(() => {
    const seen = globalThis as unknown as { alerts: Notification[] }
    seen.alerts = []
    const Real = Notification
    globalThis.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        seen.alerts.push(this)
      }
    }
  })
  await ana.page.reload()
  await expect(ana.connected).toBeVisible()
  await ana.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  const ann = await customer()
  await ann.askForChat()
  const alerts = () =>
    ana.page.evaluate(() =>
      (globalThis as unknown as { alerts: Notification[] }).alerts.map(({ title, body }) => ({ title, body })),
    )
  await expect
    .poll(alerts)
    .toEqual([{ title: expect.stringMatching(/^Chat from /), body: 'Open your desk to accept it.' }])
  await expect.poll(() => ana.page.title()).toContain('offer')
  await ana.page.evaluate(() =>
    (globalThis as unknown as { alerts: Notification[] }).alerts[0]?.dispatchEvent(new Event('click')),
  )
  await expect(ana.offer.getByRole('button', { name: 'Accept' })).toBeFocused()
})

test('[CX6] where the customer is, comes on the map after their consent, and not before', async ({ ana, ann }) => {
  const browser = ann.page.context()
  await browser.grantPermissions(['geolocation'])
  await browser.setGeolocation({ latitude: 51.470022, longitude: -0.454295 })
  await ann.open()
  await expect(ann.preview).not.toContainText('51')
  await ann.preview.getByRole('button', { name: 'Share where I am' }).click()
  await expect(ann.preview).toContainText('where you are: 51.5,-0.5')
  await ann.startChat()
  await ana.accept()
  await expect(ana.customer.getByRole('img', { name: 'Map: 51.5° N, 0.5° W · United Kingdom' })).toBeVisible()
  await expect(ana.customer).toContainText('shared by Visitor, to about 10 km')
})

test('[PP2] several pages are pushed in one go and answered one by one; one is pushed again', async ({
  chat: { ann, ana },
}) => {
  await ana.pushPages(2)
  const cards = ann.panel.getByRole('article', { name: /shows you a page/ })
  await expect(cards).toHaveCount(2)
  await cards.first().getByRole('button', { name: 'Not now' }).click()
  await expect(ana.log.getByText(/dismissed/)).toHaveCount(1)
  await expect(ana.log.getByText('not opened yet')).toHaveCount(1)
  await ana.log
    .getByRole('button', { name: /^Push again/ })
    .first()
    .click()
  await expect(ana.log.getByText('not opened yet')).toHaveCount(2)
})

test('[VO11, VO12] in a call the line is told in a word, Alt M mutes, and another microphone goes on without a break', async ({
  agent,
  customer,
}) => {
  const ana = await agent('Ana', { tone: 440 })
  const ann = await customer(undefined, { tone: 700 })
  await beginCall(ann, ana)
  const heard = ana.page.locator('audio[data-call-sound]')
  await expectToHear(heard, 700)
  await expect(ana.call.getByText('good line')).toBeVisible()
  await ana.page.keyboard.press('Alt+m')
  await expect(ana.call.getByRole('button', { name: 'Unmute' })).toBeVisible()
  await ana.page.keyboard.press('Alt+m')
  await expect(ana.call.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()

  await ana.call.getByRole('button', { name: 'Headset and ringer' }).click()
  const microphone = ana.headset.getByRole('combobox', { name: 'Microphone' })
  await expect.poll(() => microphone.getByRole('option').count()).toBeGreaterThan(1)
  await microphone.selectOption({ index: 1 })
  await ana.headset.getByRole('button', { name: 'Done' }).click()
  await expectToHear(ann.panel.locator('audio'), 440)
  await expectToHear(heard, 700)
})
