import { readFile } from 'node:fs/promises'
import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'

test('[CH11] [CH12] each sees the other type, over two servers, and no longer once it is said', async ({
  centre,
  hostPage,
  customer,
  agent,
}) => {
  const ana = await agent('Ana', {}, await centre.addNode())
  const ann = await customer(await hostPage({}, centre.node))
  await beginChat(ann, ana)
  await ana.say('Good day')
  await expect(ann.log).toContainText('Good day')
  await ann.message.pressSequentially('Hello')
  await expect(ana.typing).toBeVisible()
  await ann.message.press('Enter')
  await expect(ana.log).toContainText('Hello')
  await expect(ana.typing).toHaveCount(0)
  await ana.reply.pressSequentially('One moment')
  await expect(ann.panel.getByText('Ana is typing…')).toBeVisible()
  await ana.reply.press('Enter')
  await expect(ann.log).toContainText('One moment')
  await expect(ann.panel.getByText('Ana is typing…')).toHaveCount(0)
})

test('[CH13] [CH15] what is read is seen by the other side; behind a closed panel it waits, counted and quoted', async ({
  ana,
  ann,
}) => {
  const title = await ann.page.title()
  await beginChat(ann, ana)
  await ann.say('Where is my bag?')
  await expect(ann.log.getByText('seen')).toBeVisible()
  await ana.say('On its way.')
  await expect(ana.log.getByText('seen', { exact: true })).toBeVisible()
  await ann.panel.getByRole('button', { name: 'Close' }).click()
  await ana.say('It lands at noon.')
  const preview = ann.page.getByRole('button', { name: 'It lands at noon.' })
  await expect(preview).toBeVisible()
  await expect(ann.page.getByRole('button', { name: '1 new' }).first()).toBeVisible()
  await expect(ana.log.getByText('sent', { exact: true })).toBeVisible()
  expect(await ann.page.title()).toBe(title)
  await preview.click()
  await expect(ann.log).toContainText('It lands at noon.')
  await expect(preview).toHaveCount(0)
  await expect(ana.log.getByText('seen', { exact: true })).toBeVisible()
})

test('[CH13] [CH17] two tabs of an agent agree: on what is unread, and on what is being written', async ({
  chat: { ann, ana },
}) => {
  const second = await ana.twin()
  await second.choose('Visitor')
  await ana.reply.fill('Half a sen')
  await expect(second.reply).toHaveValue('Half a sen')
  await second.page.reload()
  await second.choose('Visitor')
  await expect(second.reply).toHaveValue('Half a sen')
  await second.reply.fill('Half a sentence')
  await expect(ana.reply).toHaveValue('Half a sentence')
  await ann.say('Anybody?')
  await expect(ann.log.getByText('seen')).toBeVisible()
  await expect(second.work).not.toContainText('unread')
})

test('[CH17] what a customer was writing is there after the page is loaded again', async ({ chat: { ann } }) => {
  await ann.message.fill('My flight was')
  await ann.page.reload()
  await expect(ann.message).toHaveValue('My flight was')
})

test('an emoji is chosen by keys on either side and goes to the caret', async ({ chat: { ann, ana } }) => {
  await ann.message.fill('Hello ')
  await ann.panel.getByRole('button', { name: 'Emoji' }).click()
  await expect(ann.panel.getByRole('gridcell', { name: 'slight smile' })).toBeFocused()
  await ann.page.keyboard.press('ArrowRight')
  await ann.page.keyboard.press('Enter')
  await expect(ann.message).toBeFocused()
  await ann.page.keyboard.press('Enter')
  await expect(ana.log).toContainText('Hello 😀')
  await ana.reply.fill('Thanks')
  await ana.page.getByRole('button', { name: 'Emoji' }).click()
  await ana.page.getByRole('gridcell', { name: 'thank you' }).click()
  await expect(ana.reply).toBeFocused()
  await ana.reply.press('Enter')
  await expect(ann.log).toContainText('Thanks🙏')
})

test('[CH18] a customer keeps what was said, as text, when it is over', async ({ chat: { ann, ana } }) => {
  await ann.say('Where is my bag?')
  await ana.end()
  await expect(ann.closing).toBeVisible()
  const coming = ann.page.waitForEvent('download')
  await ann.closing.getByRole('button', { name: 'Save as text' }).click()
  const saved = await coming
  expect(saved.suggestedFilename()).toMatch(/^BS-[A-Z0-9]{8}\.txt$/)
  expect(await readFile(await saved.path(), 'utf8')).toContain('Where is my bag?')
})
