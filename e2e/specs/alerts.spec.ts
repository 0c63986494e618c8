import { expect, test } from '../fixtures/test.ts'

test('[QU14] a supervisor sees a queue lose its last agent, who waits there, and that somebody is back', async ({
  customer,
  agent,
  ana,
}) => {
  const mia = await agent('Mia')
  const alerts = mia.page.getByRole('status', { name: 'Queues without anybody' })
  await expect(alerts).not.toContainText('Customer service')
  await ana.toggle('Chat').click()
  await expect(alerts).toContainText('Nobody is at work for Customer service, Chat')
  const ann = await customer()
  await ann.askForChat()
  await expect(alerts).toContainText('waiting: 1')
  await ana.toggle('Chat').click()
  await expect(alerts).not.toContainText('Customer service, Chat')
})
