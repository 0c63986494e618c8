import { changeRouting } from '../fixtures/change-routing.ts'
import { expect, test } from '../fixtures/test.ts'

test('[QU11] where agents pick nothing rings: both see what waits, one takes it, the customer reads at once who', async ({
  centre,
  customer,
  agent,
}) => {
  await changeRouting(centre.database, (routing) => ({
    ...routing,
    queues: routing.queues.map((queue) => ({ ...queue, answer: 'pick' })),
  }))
  const ana = await agent('Ana')
  const raj = await agent('Raj')
  await expect(ana.queue).toContainText('Nobody waits here now.')
  const ann = await customer()
  await ann.askForChat()
  await expect(ann.waiting).toContainText('You are next')
  await expect(raj.queue).toContainText('Baggage')
  await expect(ana.queue).toContainText('Baggage')
  await expect(ana.offer).toHaveCount(0)
  await ana.queue.getByRole('button', { name: 'Pick: Chat, Baggage' }).click()
  await expect(ann.log).toContainText('Ana is here')
  await expect(raj.queue).toContainText('Nobody waits here now.')
  await ana.say('I picked this one.')
  await expect(ann.log).toContainText('I picked this one.')
})
