import type { Page } from '@playwright/test'
import { changeRouting } from '../fixtures/change-routing.ts'
import { expect, test } from '../fixtures/test.ts'
import { Console } from '../pages/console.ts'
import { findings } from '../pages/findings.ts'
import { type Look, lookAt, plainLook, type Speak } from '../pages/look.ts'
import {
  consoleScreens,
  expertScreens,
  type Screens,
  siteToolScreens,
  supervisorScreens,
  widgetScreens,
} from './screens.ts'

/** Looks at the rows of a table as a journey comes to them; `finish` fails on rows it never came to. */
function walk<Row extends string>(page: Page, table: Record<Row, readonly Look[]>, speak: Speak) {
  const left = new Set(Object.keys(table))
  const pictures = process.env.E2E_PICTURES
  return {
    async see(row: Row): Promise<void> {
      left.delete(row)
      for (const look of table[row]) {
        await lookAt(page, look, speak)
        expect.soft(await findings(page), `${row} (${look})`).toEqual([])
        if (pictures) await page.screenshot({ path: `${pictures}/${row} (${look}).png` })
      }
      await lookAt(page, plainLook, speak)
    },
    finish: (): void => expect([...left]).toEqual([]),
  }
}

/** Languages of the console, by the menu of whoever is signed in. */
const speakAs =
  (page: Page, name: string): Speak =>
  async (language) => {
    if ((await page.locator('html').getAttribute('lang')) === language) return
    await page.getByRole('button', { name: new RegExp(`^(Account of|حساب) ${name}`) }).click()
    await page.getByRole('menuitemradio', { name: language === 'ar' ? 'العربية' : 'English' }).click()
    await expect(page.locator(`html[lang=${language}]`)).toHaveCount(1)
  }

test('axe finds nothing on any screen of the widget, in any state of the table', async ({
  centre,
  customer,
  agent,
}) => {
  test.setTimeout(300_000)
  const ann = await customer()
  const { page, panel } = ann
  const button = (name: string) => panel.getByRole('button', { name, exact: true })
  const { see, finish } = walk(page, widgetScreens, async (language) => {
    await page.evaluate((tag) => (window as unknown as { Beckon: Function }).Beckon('setLocale', tag), language)
    if (await page.locator('iframe').isVisible()) await expect(panel.locator(`html[lang=${language}]`)).toHaveCount(1)
  })
  await expect(page.getByRole('button', { name: 'closed' }).first()).toBeVisible()
  await see('page of the host, panel closed')
  await ann.open()
  await expect(ann.chooseChat).toContainText('closed')
  await see('home, closed')
  await button('Your conversations').click()
  await expect(panel.getByText('Nothing yet.')).toBeVisible()
  await see('history, empty')
  await button('Back').click()
  await ann.startChat()
  await see('line for a chat')
  await button('Leave the line').click()
  await see('left the line')
  await button('Start anew').click()
  await ann.chooseVoice.click()
  await expect(ann.waiting).toBeVisible()
  await see('line for a call')
  await button('Leave the line').click()
  await changeRouting(centre.database, (routing) => ({
    ...routing,
    hours: [{ key: 'never', zone: 'UTC', week: [[], [], [], [], [], [], []], holidays: [] }],
    queues: routing.queues.map((queue) => ({ ...queue, hours: 'never' })),
  }))
  await button('Start anew').click()
  await expect(async () => {
    await ann.chooseChat.click()
    await expect(panel.getByRole('alert')).toContainText('closed')
  }).toPass()
  await see('home, not admitted at this hour')
  await changeRouting(centre.database, (routing) => ({
    ...routing,
    queues: routing.queues.map((queue) => ({ ...queue, hours: null })),
  }))

  await page.route('**/widget/status?*', async (route) => {
    const response = await route.fetch()
    const json = { ...(await response.json()), waiting: 3, channels: { chat: 'queue', voice: 'queue' } }
    await route.fulfill({ response, json })
  })
  await button('Close').click()
  await ann.open()
  await expect(ann.chooseChat).toContainText('3 waiting')
  await see('home, all busy')
  await page.unroute('**/widget/status?*')
  const ana = await agent('Ana')
  await button('Close').click()
  await ann.open()
  await expect(ann.chooseChat).toContainText('free now', { timeout: 30_000 })
  await see('home, free')
  await ann.preview.getByRole('button', { name: /Do not send: topic/ }).click()
  await see('home, an item not sent')

  const refuse = (how: 'on' | 'off') =>
    page.frames()[1]?.evaluate((now) => {
      const devices = navigator.mediaDevices
      if (now === 'off') Reflect.deleteProperty(devices, 'getUserMedia')
      else devices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    }, how)
  await refuse('on')
  await ann.chooseVoice.click()
  await expect(panel.getByRole('alert')).toContainText('The microphone was refused.')
  await see('home, no microphone')
  await refuse('off')
  await button('Chat instead').click()
  await ana.accept()
  await ana.say('Good day')
  await ann.say('Hello')
  await ana.reply.pressSequentially('One mo')
  await expect(panel.getByText('Ana is typing…')).toBeVisible()
  await see('chat, the agent types')
  await button('Emoji').click()
  await expect(panel.getByRole('gridcell', { name: 'thumbs up' })).toBeVisible()
  await see('chat, emoji')
  await button('Emoji').click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('Attach a file').click()])
  await chooser.setFiles([
    { name: 'bag.txt', mimeType: 'text/plain', buffer: Buffer.from('a bag') },
    { name: 'bag.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
  ])
  await expect(panel.getByText('We can take')).toBeVisible()
  await expect(panel.getByText('ready to send')).toBeVisible()
  await see('chat, files to send')
  await button('Remove bag.svg').click()
  await button('Remove bag.txt').click()
  await ana.pushPages(1)
  await expect(panel.getByRole('article', { name: 'Ana shows you a page' })).toBeVisible()
  await see('chat, a page shown')
  await button('End').click()
  await see('chat, the end is asked')
  await button('Keep talking').click()

  // As when the end of a conversation and a word to it cross each other.
  await centre.database.query(`update streams set closed_at = 1 where kind = 'conversation'`)
  await ann.message.fill('One more thing')
  await ann.message.press('Enter')
  await expect(panel.getByText('not sent')).toBeVisible()
  await see('chat, a text refused')
  await centre.database.query(`update streams set closed_at = null where kind = 'conversation'`)

  await button('Call').click()
  await expect(ana.offer).toBeVisible()
  await see('call, ringing')
  await ana.accept()
  await expect(ann.call).toContainText('On the call with Ana')
  await see('call, talking')
  await ana.call.getByRole('button', { name: 'Hang up' }).click()
  await expect(ann.call).toHaveCount(0)
  await centre.node.kill()
  await expect(panel.getByText('Not connected').first()).toBeVisible()
  await see('chat, not connected')
  await centre.node.start()
  await expect(ana.connected).toBeVisible()
  await ana.choose(/Baggage/)
  await ana.end()
  await panel.getByRole('radio', { name: '4 of 5' }).check()
  await see('closing, the survey asks')
  await panel.getByRole('region', { name: 'How was it?' }).getByRole('button', { name: 'Send' }).click()
  await expect(panel.getByText('Thank you for your answer.')).toBeVisible()
  await see('closing, the survey answered')
  await button('Start anew').click()
  await button('Your conversations').click()
  await expect(panel.getByRole('region', { name: 'Baggage' })).toBeVisible()
  await see('history')
  const search = panel.getByRole('searchbox', { name: 'Search what was said' })
  await search.fill('zebra')
  await expect(panel.getByText('Nothing found.')).toBeVisible()
  await see('history, nothing found')
  await search.fill('')
  await panel.getByRole('region', { name: 'Baggage' }).getByRole('button').last().click()
  await expect(button('Save as text')).toBeVisible()
  await see('transcript')
  await page.route('**/widget/api/hello', (route) => route.abort())
  await page.reload()
  await expect(panel.getByRole('alert')).toContainText('No connection')
  await see('server not there')
  finish()
})

test('axe finds nothing on any screen of the console, in any state of the table', async ({
  centre,
  openPage,
  customer,
  agent,
}) => {
  test.setTimeout(300_000)
  const ana = new Console(await openPage())
  const { page } = ana
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const speak = speakAs(page, 'Ana')
  const { see, finish } = walk(page, consoleScreens, speak)
  const closeDialog = async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const route = (queue: object) =>
    changeRouting(centre.database, (routing) => ({
      ...routing,
      queues: routing.queues.map((before) =>
        before['key'] === 'workbin' ? before : { ...before, answer: 'preview', offerMs: {}, ...queue },
      ),
    }))

  /** What a phone shows of the desk: one pane. */
  const turnTo = async (pane: RegExp) => {
    await lookAt(page, 'light ltr phone', speak)
    await page.getByRole('navigation').getByRole('button', { name: pane }).click()
    await lookAt(page, plainLook, speak)
  }

  await route({ answer: 'pick' })
  await page.goto(`${centre.node.publicUrl}/console`)
  await expect(button('Sign in as Ana')).toBeVisible()
  await see('sign-in')
  await page.getByLabel('E-mail').fill('ana@example.com')
  await page.getByLabel('Password').fill('not her password')
  await button('Sign in').click()
  await expect(page.getByText('do not belong together')).toBeVisible()
  await see('sign-in, refused')
  await ana.signIn(centre.node.publicUrl, 'Ana')
  await see('empty desk')
  await ana.presence.getByRole('button', { expanded: false }).first().click()
  await expect(page.getByRole('menu', { name: 'For all channels' })).toBeVisible()
  await see('presence, for all channels')
  await page.keyboard.press('Escape')
  await button('Account of Ana').click()
  await page.getByRole('menuitem', { name: 'Headset and ringer' }).click()
  await expect(ana.headset.getByText('We hear you')).toBeVisible()
  await see('headset check')
  await closeDialog()
  const mobile = await agent('Ana', { phone: true })
  await expect(ana.voiceOn('Mobile')).toBeVisible()
  await see('two devices')
  await expect((await ana.manageDevices()).getByRole('textbox', { name: 'Name of Mobile' })).toBeVisible()
  await see('devices, named')
  await closeDialog()

  const ann = await customer()
  await ann.askForChat()
  await expect(ana.queue).toContainText('Baggage')
  await see('contacts to be picked')
  await ann.panel.getByRole('button', { name: 'Leave the line' }).click()
  await route({ offerMs: { chat: 3_000 } })
  await ann.panel.getByRole('button', { name: 'Start anew' }).click()
  await expect(ana.queue).toHaveCount(0)
  await ann.startChat()
  await expect(ana.presence).toContainText('Missed')
  await see('missed')
  await route({})
  await ann.panel.getByRole('button', { name: 'Leave the line' }).click()
  await ann.panel.getByRole('button', { name: 'Start anew' }).click()
  await ana.presence.getByRole('button', { name: /I’m back/ }).click()
  await ann.startChat()
  await expect(ana.offer).toBeVisible()
  await see('an offer rings')
  await ana.offer.getByText('Why me').click()
  await see('why me')
  await ana.offer.getByRole('button', { name: /Decline/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await see('reasons to decline')
  await page.keyboard.press('Escape')
  await ana.accept()
  await ann.say('Where is my bag?')
  await ana.pushPages(1)
  await ann.message.pressSequentially('And wh')
  await expect(ana.typing).toBeVisible()
  await see('chat')
  await turnTo(/^Customer/)
  await see('the customer')
  await turnTo(/^Talk/)
  await page.getByRole('tab', { name: 'Note' }).click()
  await page.getByRole('textbox', { name: /^Private note/ }).fill('offer a voucher')
  await page.keyboard.press('Enter')
  await expect(ana.log.getByText('offer a voucher')).toBeVisible()
  await see('a private note')
  await page.getByRole('tab', { name: 'Reply' }).click()
  await ana.reply.fill('/')
  await expect(page.getByRole('listbox', { name: 'Canned replies' })).toBeVisible()
  await see('canned replies')
  await ana.reply.fill('')
  await button('Emoji').click()
  await expect(page.getByRole('gridcell', { name: 'thumbs up' })).toBeVisible()
  await see('emoji')
  await page.keyboard.press('Escape')
  await button('Push page').click()
  await expect(page.getByRole('dialog', { name: 'Push page' }).getByRole('checkbox').first()).toBeVisible()
  await see('pages to push')
  await closeDialog()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await see('palette')
  await page.keyboard.type('Keyboard shortcuts')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await see('shortcuts')
  await closeDialog()

  await route({ offerMs: { voice: 120_000 } })
  await ana.voiceOn('Mobile').click()
  await ana.voiceOn('Desk').click()
  await ann.panel.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(ana.offer).toContainText('It rings on Mobile.')
  await see('a call rings elsewhere')
  await ana.voiceOn('Desk').click()
  await ana.passHeadsetCheck()
  await mobile.page.close()
  await expect(ana.offer.getByRole('button', { name: 'Accept here' })).toHaveCount(0)
  await see('a call rings')
  await ana.accept()
  await expect(ana.call).toContainText('hears you')
  await see('a call')
  await ana.call.getByRole('button', { name: 'Hang up' }).click()
  await ana.choose(/wrap-up/)
  await see('wrap-up')
  await ana.finish('Solved')
  await ana.openWorkbin()
  await button('New task').click()
  const task = page.getByRole('dialog', { name: 'New task' })
  await task.getByRole('textbox', { name: 'What is to be done' }).fill('Ask the airport for the bag.')
  await see('a new task')
  await task.getByRole('button', { name: 'Leave it' }).click()
  await expect(ana.workbin).toContainText('Ask the airport')
  await turnTo(/^Work/)
  await see('workbin')
  await ana.workbin.getByRole('button', { name: /^Take/ }).click()
  await expect(page.getByRole('region', { name: 'What is to be done' })).toContainText('left by Ana')
  await see('a task')
  await button('End this contact').click()
  await ana.finish('Solved')
  await page.getByRole('tab', { name: 'History' }).first().click()
  const past = page.getByRole('region', { name: 'Your past contacts' })
  const transcripts = past.getByRole('button', { name: /^Transcript/ })
  await expect(transcripts.first()).toBeVisible()
  await see('history')
  const search = past.getByRole('searchbox', { name: 'Search what was said' })
  await search.fill('zebra')
  await expect(past.getByText('Nothing found.')).toBeVisible()
  await see('history, nothing found')
  await search.fill('')
  await transcripts.first().click()
  await expect(page.getByRole('dialog').getByText('Save as text')).toBeVisible()
  await see('transcript')
  await closeDialog()
  await centre.node.kill()
  await expect(page.getByText('Connection lost, trying again.')).toBeVisible()
  await see('reconnecting')
  finish()
})

test('axe finds nothing on the desks of supervisors and experts, in any state of the tables', async ({
  agent,
  ann,
}) => {
  const mia = await agent('Mia')
  const ofMia = walk(mia.page, supervisorScreens, speakAs(mia.page, 'Mia'))
  const alerts = mia.page.getByRole('status', { name: 'Queues without anybody' })
  await expect(alerts).toContainText('Customer service, Chat')
  await ann.askForChat()
  await expect(alerts).toContainText('waiting: 1')
  await ofMia.see('a queue without anybody')
  ofMia.finish()

  const li = await agent('Li')
  const ofLi = walk(li.page, expertScreens, speakAs(li.page, 'Li'))
  await ofLi.see('desk of an expert')
  ofLi.finish()
})

/** Those looks of a table that are read in one direction. */
const looksIn = (table: Screens, direction: 'ltr' | 'rtl'): Screens =>
  Object.fromEntries(
    Object.entries<readonly Look[]>(table).map(([row, looks]) => [
      row,
      looks.filter((look) => look.includes(direction)),
    ]),
  )

test('axe finds nothing on any screen of supervisors and administrators, in any state of the table', async ({
  centre,
  openPage,
  agent,
}) => {
  test.setTimeout(300_000)
  const page = await openPage()
  await page.goto(`${centre.node.publicUrl}/console`)
  await page.getByRole('button', { name: 'Sign in as Sam' }).click()
  const tools = page.locator('main').getByRole('button')
  const dialog = page.getByRole('dialog')
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  for (const [language, direction] of [
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    // A dialog covers the menu of languages: each is gone through in its own.
    const { see, finish } = walk(page, looksIn(siteToolScreens, direction), async () => {})
    await page.getByRole('button', { name: /Sam/ }).click()
    await page.getByRole('menuitemradio', { name: language === 'ar' ? 'العربية' : 'English' }).click()
    await expect(page.locator(`html[lang=${language}]`)).toHaveCount(1)
    const open = (nth: number) => tools.nth(nth + 1).click()
    await see('desk of an administrator')
    await open(0)
    await expect(dialog.getByRole('rowheader')).not.toHaveCount(0)
    await see('team, nobody there')
    const ana = await agent('Ana')
    await expect(dialog.getByRole('rowheader').first()).toContainText('Ana')
    await expect(dialog.getByRole('row').nth(1)).toContainText(':')
    await see('team, one there')
    await close()
    await open(1)
    await expect(dialog.getByRole('status')).toContainText('Ana')
    await see('dry run, somebody')
    await ana.page.close()
    await expect(dialog.getByRole('status')).not.toContainText('Ana')
    await see('dry run, nobody')
    await close()
    await open(2)
    await expect(dialog.getByRole('textbox')).not.toHaveCount(0)
    await see('settings, pages')
    await dialog.getByRole('tab').nth(1).click()
    await expect(dialog.getByRole('checkbox')).not.toHaveCount(0)
    await see('settings, look')
    await dialog.getByRole('checkbox').check()
    const colours = dialog.locator('input[type=color]')
    await colours.nth(1).fill('#777777')
    await colours.nth(2).fill('#888888')
    await expect(dialog.locator('[aria-invalid]').first()).toBeVisible()
    await see('settings, look refused')
    await dialog.getByRole('tab').nth(2).click()
    await expect(dialog.getByRole('combobox')).not.toHaveCount(0)
    await see('settings, opening hours')
    await dialog.locator('button[type=submit]').click()
    await expect(dialog.locator('form').getByRole('status')).not.toBeEmpty()
    await see('settings, saved')
    await close()
    await open(0)
    await expect(dialog.getByRole('rowheader')).not.toHaveCount(0)
    const told = await dialog.getByRole('status').textContent()
    await page.route('**/api/v1/team*', (route) => route.abort())
    await expect(dialog.getByRole('status')).not.toHaveText(told ?? '', { timeout: 15_000 })
    await see('team, old')
    await page.unroute('**/api/v1/team*')
    await close()
    finish()
  }
})
