import { newPage } from '../fixtures/browsers.ts'
import { expect, test } from '../fixtures/test.ts'
import { Guide } from '../pages/demo.ts'
import { Widget } from '../pages/widget.ts'

test('[DM1] [DM2] the guide ticks what a newcomer really does, step by step, and remembers', async ({
  centre,
  openBrowser,
  agent,
}) => {
  const ana = await agent('Ana')
  const page = await newPage(await openBrowser({ microphone: true }))
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  const guide = new Guide(page)
  const ann = new Widget(page)
  await expect(guide.next).toContainText('press a contact button')
  await expect(guide.done).toHaveCount(0)

  await ann.open()
  await ann.startChat()
  await expect(guide.done).toHaveText([/Make contact/])
  await expect(guide.next).toContainText('Accept')

  await ana.accept()
  await expect(guide.done).toHaveCount(2)
  await ana.pushPages(1)
  const card = ann.panel.getByRole('article', { name: /shows you a page/ })
  await expect(card).toBeVisible()
  await expect(guide.done).toHaveCount(2)
  await card.getByRole('button', { name: 'Not now' }).click()
  await expect(guide.done).toHaveCount(3)

  await ana.end()
  await ann.panel.getByRole('radio', { name: '5 of 5' }).check({ force: true })
  await ann.panel.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(guide.done).toHaveText([/Make contact/, /Accept it/, /Show a page/, /Finish and rate/])
  await expect(guide.next).toContainText('Call')

  await guide.strip.locator('summary').press('Enter')
  await expect(guide.next).toBeHidden()
  await page.reload()
  await expect(guide.next).toBeHidden()
  await page.goto(`${centre.node.publicUrl}/`)
  await expect(guide.done).toHaveCount(4)
})
