import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'
import { Guide } from '../pages/demo.ts'
import { Widget } from '../pages/widget.ts'

test('[DM1] [DM2] the guide ticks what a newcomer really does, step by step, and remembers', async ({
  centre,
  openPage,
  ana,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  const guide = new Guide(page)
  const ann = new Widget(page)
  await expect(guide.next).toContainText('press a contact button')
  await expect(guide.done).toHaveCount(0)

  await ann.askForChat()
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

test('[DM3] alone, a customer is answered by a simulated agent, who shows a page and is rated', async ({
  centre,
  openPage,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/`)
  await page.getByRole('button', { name: 'Add a simulated agent' }).click()
  const people = page.getByRole('region', { name: 'Simulated people' }).getByRole('listitem')
  await expect(people).toHaveText([/Ida.*is ready for a chat/])
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  const ann = new Widget(page)
  await ann.askForChat()
  await ann.say('My bag did not arrive.')
  await expect(ann.log).toContainText('this is Ida, a simulated agent')
  await expect(ann.log).toContainText('I am sorry about your bag')
  await ann.say('It is blue.')
  await expect(ann.log).toContainText('comes with the 14:20')
  await expect(ann.panel.getByRole('article', { name: /shows you a page/ })).toBeVisible()
})

test('[DM3] [DM4] alone, an agent is offered a simulated customer, who turns down a call in words and leaves when sent away', async ({
  centre,
  openPage,
  agent,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/`)
  const ana = await agent('Ana')
  await page.getByRole('button', { name: 'Add a simulated customer' }).click()
  await expect(ana.offer).toContainText('Lena Vogel')
  await expect(ana.offer).toContainText('gold')
  await ana.accept()
  await expect(ana.log).toContainText('My bag did not come out in Lisbon')
  await ana.say('What does it look like?')
  await expect(ana.log).toContainText('a green hard case')
  await ana.page.getByRole('button', { name: 'Ask Lena Vogel' }).click()
  await expect(ana.log).toContainText('I cannot talk right now')
  await page.getByRole('button', { name: 'Remove Lena Vogel' }).click()
  await expect(page.getByRole('region', { name: 'Simulated people' }).getByRole('listitem')).toHaveCount(0)
  await expect(ana.wrapUp).toBeVisible()
})

test('[DM5] a click makes the demo anew: the desk is empty, the customer a new one, and contacts go on', async ({
  centre,
  openPage,
  ana,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  const ann = new Widget(page)
  const guide = new Guide(page)
  await beginChat(ann, ana)
  await ann.say('My bag did not arrive.')
  await expect(guide.done).toHaveCount(2)

  page.on('dialog', (dialog) => void dialog.accept())
  const again = page.waitForEvent('load')
  await guide.strip.getByRole('button', { name: 'Reset the demo' }).click()
  await again
  await expect(guide.done).toHaveCount(0)
  await expect(ana.connected).toBeVisible()
  await expect(ana.work.getByRole('listitem')).toHaveCount(0)
  await expect(ana.log).toHaveCount(0)

  // The panel was open, and is again.
  await ann.startChat()
  await expect(ann.log).not.toContainText('My bag did not arrive.')
  await ana.accept()
  await expect(guide.done).toHaveCount(2)
})
