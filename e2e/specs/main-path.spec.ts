import { strictCsp } from '../fixtures/host-page.ts'
import { expect, test } from '../fixtures/test.ts'

test('on a foreign page under a strict policy, with third-party storage blocked, a customer is served from button to history', async ({
  centre,
  hostPage,
  customer,
  ana,
}) => {
  const host = await hostPage({ csp: strictCsp(centre.node.widgetUrl) })
  const ann = await customer(host, { blockThirdParty: true })

  await test.step('the customer sees what the agent will see, and removes an item', async () => {
    await ann.open()
    await expect(ann.preview).toContainText('BS117')
    await ann.preview.getByRole('button', { name: /Do not send: topic/ }).click()
  })

  await test.step('one agent is offered the contact with its context and a running timer', async () => {
    await ann.startChat()
    await expect(ana.offer).toContainText('Baggage')
    await expect(ana.offer).toContainText('BS117')
    await expect(ana.offer).toContainText('not identified')
    await expect(ana.offer).not.toContainText('lost bag')
    await expect(ana.offer.getByRole('timer')).toBeVisible()
    await ana.accept()
  })

  await test.step('they chat both ways', async () => {
    await ann.say('My bag did not arrive.')
    await expect(ana.log).toContainText('My bag did not arrive.')
    await ana.say('I am looking for it.')
    await expect(ann.log).toContainText('I am looking for it.')
  })

  await test.step('a pushed page asks first, and the agent sees what became of it', async () => {
    await ana.pushPages(1)
    const card = ann.panel.getByRole('article', { name: /shows you a page/ })
    await expect(card).toBeVisible()
    await card.getByRole('button', { name: 'Not now' }).click()
    await expect(ana.log).toContainText(/dismissed/)
  })

  await test.step('the agent ends, writes a note and classifies; both find it in their history', async () => {
    await ana.end()
    await expect(ann.closing).toBeVisible()
    await ana.finish('Solved')
    await ana.page.getByRole('tab', { name: 'History' }).click()
    await expect(ana.page.getByRole('region', { name: 'Your past contacts' })).toContainText('Baggage')
    await expect(ann.closing).toContainText(/BS-/)
  })
})
