import { expect, test } from '../fixtures/test.ts'
import { Widget } from '../pages/widget.ts'

test('a customer whom the airline signed in is known to the agent, and is not asked again', async ({
  centre,
  openPage,
  ana,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  await page.getByLabel('Signed in as').selectOption('ann')
  const ann = new Widget(page)
  await page.locator('[data-beckon]').first().click()
  await expect(ann.panel.getByText('Hello Ann')).toBeVisible()
  await ann.startChat()
  await expect(ana.offer).toContainText('Ann Lee')
  await expect(ana.offer).toContainText('gold')
  await expect(ana.offer).not.toContainText('not identified')
})

test('a name that the page merely claims is a visitor to everybody', async ({ hostPage, customer, ana }) => {
  const ann = await customer(await hostPage({ attributes: 'data-subject="baggage" data-context-name="Ann Lee"' }))
  await ann.askForChat()
  await expect(ana.offer).toContainText('not identified')
  await ana.accept()
  await expect(ana.customer).toContainText('said by the page')
})

test('a wrong site key, a stranger’s page and a server that is down: the host page lives, and says calmly why', async ({
  centre,
  hostPage,
  customer,
}) => {
  const wrong = await hostPage({ siteKey: 'nobody' })
  const told: string[] = []
  const ann = await customer(wrong)
  ann.page.on('console', (message) => told.push(message.text()))
  const failures: Error[] = []
  ann.page.on('pageerror', (error) => failures.push(error))
  await ann.page.reload()
  await expect.poll(() => told.join('\n')).toContain('Beckon')

  const stranger = await hostPage()
  await centre.database.query('delete from site_origins where origin = $1', [stranger.origin])
  await ann.page.goto(stranger.origin)
  await expect.poll(() => told.filter((text) => text.includes('Beckon')).length).toBeGreaterThan(1)

  const known = await hostPage()
  await ann.page.goto(known.origin)
  await centre.node.kill()
  await ann.page.getByRole('button', { name: 'Talk to us' }).first().click()
  await expect(ann.page.getByRole('heading', { name: "Somebody else's shop" })).toBeVisible()
  await expect(ann.page.getByRole('button', { name: 'Talk to us' }).first()).toContainText(/not|later|try/i)
  expect(failures).toEqual([])
})
