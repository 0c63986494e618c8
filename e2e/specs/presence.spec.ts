import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'

test('do-not-disturb holds every channel in both tabs, outlasts a reload, and gives the former choices back', async ({
  customer,
  ana,
}) => {
  const twin = await ana.twin()
  await ana.toggle('Voice').click()
  await expect(twin.toggle('Voice')).not.toBeChecked()
  await expect(ana.presence).toContainText('Partly ready')
  await ana.choosePresence('Do not disturb')
  await expect(twin.presence).toContainText('Do not disturb')
  await expect(twin.toggle('Chat')).not.toBeChecked()
  const ann = await customer()
  await ann.askForChat()
  await expect(ann.waiting).toBeVisible()
  await ana.page.reload()
  await expect(ana.presence).toContainText('Do not disturb')
  await expect(ana.offer).toHaveCount(0)
  await ana.presence.getByRole('button', { name: 'End do not disturb' }).click()
  await expect(ana.toggle('Chat')).toBeChecked()
  await expect(ana.toggle('Voice')).not.toBeChecked()
  await expect(ana.offer).toBeVisible()
})

test('next: lunch stops what is new at once and holds when the wrap-up is done', async ({
  customer,
  agent,
  hostPage,
  ana,
}) => {
  const host = await hostPage()
  const ann = await customer(host)
  await beginChat(ann, ana)
  await ana.choosePresence('Next: Lunch')
  await expect(ana.presence).toContainText('Next: Lunch')
  await expect(ana.presence).toContainText('Busy')
  const tom = await customer(host)
  await tom.askForChat()
  await expect(tom.waiting).toBeVisible()
  await expect(ana.offer).toHaveCount(0)
  const raj = await agent('Raj')
  await expect(raj.offer).toBeVisible()
  await ana.end()
  await ana.finish('Solved')
  await expect(ana.presence).toContainText('Unavailable · Lunch')
  await expect(ana.toggle('Chat')).not.toBeChecked()
  await ana.toggle('Chat').click()
  await expect(ana.presence).toContainText('Partly ready')
})

test('a second device keeps an agent there; when the last page closes the queue knows within seconds', async ({
  customer,
  agent,
  ana,
}) => {
  const twin = await ana.twin()
  await ana.page.close()
  const ann = await customer()
  await ann.askForChat()
  await expect(twin.offer).toBeVisible()
  await twin.page.close()
  const raj = await agent('Raj')
  // 5 s after the last page the offer moves on.
  await expect(raj.offer).toBeVisible({ timeout: 15_000 })
})
