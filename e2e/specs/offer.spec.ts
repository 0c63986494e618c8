import { expect, test } from '../fixtures/test.ts'

test('an offer nobody answers rings out and goes to the next agent; the first is shown as missed and comes back by a click', async ({
  customer,
  agent,
}) => {
  const agents = [await agent('Ana'), await agent('Raj')]
  const ann = await customer()
  await ann.open()
  await ann.chooseVoice.click()
  await expect
    .poll(async () => (await agents[0]?.offer.count()) === 1 || (await agents[1]?.offer.count()) === 1)
    .toBe(true)
  const [first, second] = (await agents[0]?.offer.count()) === 1 ? agents : [...agents].reverse()
  if (!first || !second) throw new Error('two agents are here')
  await expect(second.offer).toBeVisible({ timeout: 30_000 })
  await expect(first.offer).toHaveCount(0)
  await expect(first.presence).toContainText('Missed')
  await first.presence.getByRole('button', { name: /I’m back/ }).click()
  await first.passHeadsetCheck()
  await expect(first.toggle('Voice')).toBeChecked()
  await second.accept()
  await expect(ann.panel.getByRole('banner')).toContainText(/Raj|Ana/)
})

test('a decline moves the offer on at once and the customer keeps the place', async ({ agent, ana, ann }) => {
  await ann.askForChat()
  await expect(ana.offer).toBeVisible()
  const raj = await agent('Raj')
  await ana.offer.getByRole('button', { name: /Decline/ }).click()
  await ana.page.getByRole('menuitem').first().click()
  await expect(raj.offer).toBeVisible()
  await expect(ana.offer).toHaveCount(0)
  await raj.accept()
})

test('nobody is there: the customer waits with a position, writes meanwhile, and is served first', async ({
  customer,
  agent,
  hostPage,
}) => {
  const host = await hostPage()
  const ana = await agent('Ana')
  await ana.toggle('Chat').click()
  await expect(ana.toggle('Chat')).not.toBeChecked()
  const ann = await customer(host)
  await ann.askForChat()
  await expect(ann.waiting).toContainText('You are next')
  await ann.say('I write while I wait.')
  const tom = await customer(host)
  await tom.askForChat()
  await expect(tom.waiting).toContainText('number 2')
  await ana.toggle('Chat').click()
  await ana.accept()
  await expect(ana.log).toContainText('I write while I wait.')
  await ana.accept()
  await expect(tom.log).toContainText('Ana is here')
})

test('two tabs of one agent show the same: answered in one, it stops ringing in the other', async ({
  customer,
  ana,
}) => {
  const twin = await ana.twin()
  const ann = await customer()
  await ann.askForChat()
  await expect(ana.offer).toBeVisible()
  await expect(twin.offer).toBeVisible()
  await twin.accept()
  await expect(ana.offer).toHaveCount(0)
  await ana.toggle('Voice').click()
  await expect(twin.toggle('Voice')).not.toBeChecked()
  await ana.choose(/Baggage/)
  await ana.say('Written in one tab.')
  await twin.choose(/Baggage/)
  await expect(twin.log).toContainText('Written in one tab.')
})
