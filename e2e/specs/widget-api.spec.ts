import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'
import { Widget } from '../pages/widget.ts'

test('the plain example: the page starts a chat, changes look and language, and hears what is open', async ({
  centre,
  openPage,
  ana,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/plain-example`)
  const ann = new Widget(page)
  await page.getByRole('button', { name: 'Dark and on the left' }).click()
  await page.getByRole('button', { name: 'Chat about my bag' }).click()
  await expect(ann.message).toHaveValue('My bag did not arrive.')
  await expect(page.locator('#open')).toHaveText('1')
  await expect(ana.offer).toContainText('Baggage')
  await ana.accept()
  await expect(ana.customer).toContainText('asked-for-chat')
  await expect(ana.customer).toContainText('economy')
  // Unsent until the customer sends it.
  await expect(ana.log.getByText('My bag did not arrive.')).toHaveCount(0)
  const box = await page.locator('iframe').boundingBox()
  expect(box?.x).toBe(16)
  await expect(ann.panel.locator('html')).toHaveCSS('color-scheme', 'dark')
  await expect(ann.panel.locator('body')).toHaveCSS('background-color', 'rgb(20, 26, 33)')
  await page.getByRole('button', { name: 'العربية' }).click()
  await expect(ann.panel.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(ann.panel.getByRole('textbox', { name: 'رسالة' })).toHaveValue('My bag did not arrive.')
})

test('a page that proposes a call opens no microphone before the customer agrees', async ({ centre, openPage }) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/plain-example`)
  const ann = new Widget(page)
  await page.getByRole('button', { name: 'Call about my bag' }).click()
  const asked = ann.panel.getByRole('region', { name: 'Start the call' })
  await expect(asked).toContainText('microphone')
  await asked.getByRole('button', { name: 'Not now' }).click()
  await expect(asked).toHaveCount(0)
  await expect(ann.chooseVoice).toBeVisible()
})

test('the React example: each step of an application reaches the agent while they talk', async ({
  centre,
  openPage,
  ana,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/react-example`)
  await page.getByRole('button', { name: 'Ask about this step' }).click()
  await ana.accept()
  await expect(page.getByText('Open conversations: 1')).toBeVisible()
  await page.getByRole('button', { name: 'Next step' }).click()
  await expect(ana.customer).toContainText('meals')
  await expect(ana.customer).toContainText('/demo/react-example/meals')
})

test('the site’s words stand at the welcome, in line and at the end, where the customer says how it was', async ({
  centre,
  openPage,
  agent,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  const ann = new Widget(page)
  await page.locator('[data-beckon]').first().click()
  await expect(ann.panel.getByText('Nine of ten late bags')).toBeVisible()
  await ann.startChat()
  await expect(ann.panel.getByRole('heading', { name: 'What happens next' })).toBeVisible()
  await expect(ann.panel.getByRole('link', { name: 'Our lounges' })).toHaveAttribute('rel', 'noopener noreferrer')
  const ana = await agent('Ana')
  await ana.accept()
  await ana.end()
  await ana.finish('Solved')
  await expect(ann.closing).toContainText('Thank you for flying with Blue Sky')
  await ann.panel.getByRole('radio', { name: '4 of 5' }).check()
  await ann.panel.getByRole('textbox', { name: 'A word, if you like' }).fill('quick and kind')
  await page.reload()
  // Asked again for a while, by the next page too.
  await ann.panel.getByRole('radio', { name: '4 of 5' }).check()
  await ann.panel.getByRole('textbox', { name: 'A word, if you like' }).fill('quick and kind')
  await ann.panel.getByRole('region', { name: 'How was it?' }).getByRole('button', { name: 'Send' }).click()
  await expect(ann.panel.getByText('Thank you for your answer.')).toBeVisible()
  const answers = await centre.database.query('select score, text from surveys')
  expect(answers).toEqual([{ score: 4, text: 'quick and kind' }])
})

test('a second tab shows what is open and goes on with it', async ({ hostPage, customer, ana }) => {
  const host = await hostPage()
  const ann = await customer(host)
  await beginChat(ann, ana)
  await ana.say('Hello!')
  const other = await ann.page.context().newPage()
  await other.goto(host.origin)
  const again = new Widget(other)
  await other.getByRole('button', { name: 'Talk to us' }).first().click()
  await expect(again.log.getByText('Hello!')).toBeVisible()
  await again.say('I am here as well.')
  await expect(ana.log.getByText('I am here as well.')).toBeVisible()
})

test('a page pushed during a call waits until the call has moved to its window, and then opens here', async ({
  centre,
  openPage,
  ana,
}) => {
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/demo/baggage`)
  const ann = new Widget(page)
  await page.locator('[data-beckon]').first().click()
  await ann.startChat()
  await ana.accept()
  await ann.panel.getByRole('button', { name: 'Call', exact: true }).click()
  await ana.accept()
  await expect(ann.call.getByRole('button', { name: 'Hang up' })).toBeVisible()
  await ana.pushPages(1)
  const card = ann.panel.getByRole('article', { name: 'Ana shows you a page' })
  const opening = page.waitForEvent('popup')
  await card.getByRole('button', { name: 'Move the call' }).click()
  const callWindow = await opening
  await callWindow.getByRole('button', { name: 'Move it here' }).click()
  await expect(callWindow.getByRole('button', { name: 'Hang up' })).toBeVisible()
  await card.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page).not.toHaveURL(/baggage/)
  await expect(callWindow.getByRole('button', { name: 'Hang up' })).toBeVisible()
})

test('the button of the page says what home has learned: somebody has come meanwhile', async ({ customer, agent }) => {
  const ann = await customer()
  const button = ann.page.getByRole('button', { name: /^Talk to us/ })
  await expect(button).toContainText('Closed')
  await agent('Ana')
  await ann.open()
  await expect(ann.chooseChat).toContainText('free now')
  await expect(button).toContainText('Chat now')
})
