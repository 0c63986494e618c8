import { changeRouting } from '../fixtures/change-routing.ts'
import { expect, test } from '../fixtures/test.ts'
import { Widget } from '../pages/widget.ts'

test('[QU2] the line moves on every customer’s screen: one leaves, one who ranks higher comes, an agent takes the first', async ({
  centre,
  hostPage,
  customer,
  agent,
  openPage,
}) => {
  await changeRouting(centre.database, (routing) => ({
    ...routing,
    values: [{ when: { segment: 'gold' }, value: 60 }],
  }))
  const host = await hostPage()
  const wait = async (): Promise<Widget> => {
    const somebody = await customer(host)
    await somebody.askForChat()
    await expect(somebody.waiting).toBeVisible()
    return somebody
  }
  const [first, second, third] = [await wait(), await wait(), await wait()]
  await expect(first.waiting).toContainText('You are next')
  await expect(second.waiting).toContainText('number 2')
  await expect(third.waiting).toContainText('number 3')

  await second.panel.getByRole('button', { name: 'Leave the line' }).click()
  await expect(third.waiting).toContainText('number 2')

  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  await page.getByLabel('Signed in as').selectOption('ann')
  const gold = new Widget(page)
  await page.locator('[data-beckon]').first().click()
  await expect(gold.panel.getByText('Hello Ann')).toBeVisible()
  await gold.startChat()
  await expect(gold.waiting).toContainText('You are next')
  await expect(first.waiting).toContainText('number 2')
  await expect(third.waiting).toContainText('number 3')

  const ana = await agent('Ana')
  await expect(ana.offer.first()).toContainText('Ann Lee')
  await ana.accept()
  await expect(gold.log).toContainText('Ana is here')
  await expect(first.waiting).toContainText('You are next')
  await expect(third.waiting).toContainText('number 2')
})
