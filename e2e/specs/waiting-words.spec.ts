import { changeRouting } from '../fixtures/change-routing.ts'
import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'

test('[SI1, SI2, SI3] a customer who falls silent reads when the chat will end, the agent that it takes no slot; a word brings it back', async ({
  centre,
  customer,
  agent,
}) => {
  await changeRouting(centre.database, (routing) => ({
    ...routing,
    idle: { freeMs: 10_000, warnMs: 12_000, closeMs: 42_000 },
  }))
  const ana = await agent('Ana')
  const ann = await customer()
  await beginChat(ann, ana)
  await ana.say('Which flight is it?')
  await expect(ana.work).toContainText('silent', { timeout: 20_000 })
  await expect(ana.presence).toContainText('0 of 4')
  await expect(ann.log).toContainText(/Are you still there\? This ends at/, { timeout: 20_000 })
  await ann.say('Sorry, BS117.')
  await expect(ana.work).not.toContainText('silent')
  await expect(ana.presence).toContainText('1 of 4')
})

test('[QU12] who waits for what nobody here can do any more reads so, and goes on once somebody can', async ({
  centre,
  customer,
  ana,
}) => {
  await ana.toggle('Chat').click()
  await expect(ana.toggle('Chat')).not.toBeChecked()
  const ann = await customer()
  await ann.askForChat()
  await expect(ann.waiting).toContainText('You are next')
  const ask = (skills: Record<string, number>) =>
    changeRouting(centre.database, (routing) => ({
      ...routing,
      queues: routing.queues.map((queue) => ({ ...queue, skills, steps: [] })),
    }))
  await ask({ magic: 5 })
  await expect(ann.waiting).toContainText('Nobody here can take this at present.')
  await ask({})
  await expect(ann.waiting).not.toContainText('Nobody here can take this')
  await ana.toggle('Chat').click()
  await ana.accept()
})

test('[QU15] a customer the site knows reads on home that who helped them last is there', async ({
  centre,
  chat: { ann, ana },
}) => {
  await ana.end()
  await ana.finish('Solved')
  await centre.database.query(
    `update customers c set external_id = 'known' from interactions i where i.customer_id = c.id and i.closed_at is not null
      and c.created_at = (select max(created_at) from customers)`,
  )
  await ann.page.reload()
  await ann.open()
  await expect(ann.panel.getByText('Ana, who helped you last time, is available')).toBeVisible()
  // The page around the panel is told of nobody.
  const told = await ann.page.evaluate(() => JSON.stringify((window as unknown as { Beckon: Function }).Beckon('get')))
  expect(told).toContain('agentsAvailable')
  expect(told).not.toContain('Ana')
})

test('[QU15, RT11] a page names an agent: any visitor reads whether they are there, and they are asked first and told why', async ({
  customer,
  agent,
  hostPage,
}) => {
  const raj = await agent('Raj')
  const tom = await customer(await hostPage({ attributes: 'data-subject="baggage" data-agent="Raj"' }))
  await tom.open()
  await expect(tom.panel.getByText('Raj is available', { exact: true })).toBeVisible()
  await expect(tom.preview).toContainText('agent Raj')
  const ana = await agent('Ana')
  await tom.startChat()
  await expect(raj.page.getByText('asked for by name')).toBeVisible()
  await raj.accept()
  await expect(ana.page.getByRole('button', { name: 'Accept' })).toBeHidden()
  const told = await tom.page.evaluate(() => JSON.stringify((window as unknown as { Beckon: Function }).Beckon('get')))
  expect(told).not.toContain('Raj')
})
