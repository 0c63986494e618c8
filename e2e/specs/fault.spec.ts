import { freePort } from '@beckon/signal-server/runtime/free-port'
import { Line } from '../fixtures/line.ts'
import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'
import type { Console } from '../pages/console.ts'
import type { Widget } from '../pages/widget.ts'

/** Texts of a log in order of appearance, as far as they are among `texts`. */
async function order(person: Widget | Console, texts: readonly string[]): Promise<string[]> {
  const said = (await person.log.allInnerTexts()).join('\n').split('\n')
  return said.map((line) => line.trim()).filter((line) => texts.includes(line))
}

async function bothRead(people: readonly (Widget | Console)[], texts: readonly string[]): Promise<void> {
  for (const person of people) {
    await expect.poll(() => order(person, texts), { timeout: 30_000 }).toEqual([...texts])
  }
}

async function chatting(ann: Widget, ana: Console): Promise<void> {
  await beginChat(ann, ana)
  await ann.say('one')
  await ana.say('two')
  await bothRead([ann, ana], ['one', 'two'])
}

test('the server is killed in a chat: what was said and what was written meanwhile is there once, in order', async ({
  centre,
  ana,
  ann,
}) => {
  await chatting(ann, ana)
  await centre.node.kill()
  await ann.say('three')
  await expect(ann.log).toContainText('sending')
  await centre.node.start()
  await bothRead([ann, ana], ['one', 'two', 'three'])
  await ana.say('four')
  await bothRead([ann, ana], ['one', 'two', 'three', 'four'])
  await expect(ann.log).not.toContainText('sending')
})

test('the server is killed while an offer rings: the contact is offered again and served', async ({
  centre,
  ana,
  ann,
}) => {
  await ann.askForChat()
  await expect(ana.offer).toBeVisible()
  await centre.node.kill()
  await centre.node.start()
  await ana.accept()
  await ana.say('Here I am.')
  await expect(ann.log).toContainText('Here I am.')
})

test('a reload on either side, in the middle of writing, loses nothing', async ({ ana, ann }) => {
  await chatting(ann, ana)
  await ann.page.reload()
  await bothRead([ann], ['one', 'two'])
  await ana.page.getByRole('textbox', { name: /^Reply to/ }).fill('half a sentence')
  await ana.page.reload()
  await ana.choose(/Baggage/)
  await expect(ana.page.getByRole('textbox', { name: /^Reply to/ })).toHaveValue('half a sentence')
  await ann.say('three')
  await bothRead([ann, ana], ['one', 'two', 'three'])
})

test('[CX3] the customer walks on to another page of the shop, and opens a second tab: talk and context are there', async ({
  ana,
  ann,
}) => {
  await chatting(ann, ana)
  await ann.page.getByRole('link', { name: 'Next page' }).click()
  await bothRead([ann], ['one', 'two'])
  const walked = ana.page.getByRole('region', { name: 'Page trail' }).getByRole('listitem')
  await expect(walked).toHaveCount(2)
  await expect(ana.page.getByRole('region', { name: 'Context' })).toContainText('BS117')
  await ann.say('three')
  const second = await ann.page.context().newPage()
  await second.goto(ann.page.url())
  await second.getByRole('button', { name: 'Talk to us' }).first().click()
  await expect(second.frameLocator('iframe').getByRole('log')).toContainText('three')
  await bothRead([ana], ['one', 'two', 'three'])
})

test('two minutes without a line: both sides go on writing, and everything arrives once and in order', async ({
  centre,
  hostPage,
  customer,
  agent,
}) => {
  test.setTimeout(240_000)
  const port = await freePort()
  const line = await Line.to(() => port)
  const node = await centre.addNode(line.port, port)
  const ana = await agent('Ana', {}, centre.node)
  const ann = await customer(await hostPage({}, node))
  await chatting(ann, ana)
  line.cut()
  const cutAt = Date.now()
  await ann.say('three')
  await expect.poll(() => Date.now() - cutAt, { timeout: 130_000, intervals: [5_000] }).toBeGreaterThan(120_000)
  line.mend()
  await bothRead([ann, ana], ['one', 'two', 'three'])
  await ana.say('four')
  await bothRead([ann], ['one', 'two', 'three', 'four'])
  await line.close()
})
