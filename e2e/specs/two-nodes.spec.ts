import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'
import { expectToHear } from '../pages/sound.ts'

test('customer on one server, agent on the other: chat, call, page and end', async ({
  centre,
  hostPage,
  customer,
  agent,
}) => {
  const other = await centre.addNode()
  const ana = await agent('Ana', { tone: 880 }, other)
  const ann = await customer(await hostPage({}, centre.node), { tone: 440 })
  await beginChat(ann, ana)
  await ann.say('From one server')
  await expect(ana.log).toContainText('From one server')
  await ana.say('to the other.')
  await expect(ann.log).toContainText('to the other.')
  await ann.panel.getByRole('button', { name: 'Call', exact: true }).click()
  await ana.accept()
  await expectToHear(ana.page.locator('audio[data-call-sound]'), 440)
  await expectToHear(ann.panel.locator('audio'), 880)
})

test('a server that stops disturbs nobody on the other; its agents are gone and their offers move on', async ({
  centre,
  hostPage,
  customer,
  agent,
}) => {
  const other = await centre.addNode()
  const ana = await agent('Ana', {}, other)
  const raj = await agent('Raj')
  const ann = await customer(await hostPage())
  other.pause()
  await expect
    .poll(async () => (await centre.database.query(`select 1 from nodes where lost_at is not null`)).length, {
      timeout: 15_000,
    })
    .toBe(1)
  await ann.askForChat()
  await raj.accept()
  await ann.say('Still here?')
  await expect(raj.log).toContainText('Still here?')
  await raj.say('Of course.')
  await expect(ann.log).toContainText('Of course.')
  other.resume()
  await expect(ana.connected).toBeVisible({ timeout: 30_000 })
})
