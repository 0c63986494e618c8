import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { Line } from '../fixtures/line.ts'
import { beginChat } from '../fixtures/scenario.ts'
import { expect, test } from '../fixtures/test.ts'

/** A picture of 1 × 1 and some ballast behind it, which decoders ignore. */
const picture = (ballast = 0): Buffer =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.alloc(ballast, 1),
  ])
const pdf = Buffer.from('%PDF-1.7\n% a form\n%%EOF\n')

interface Chosen {
  name: string
  mimeType: string
  buffer: Buffer
}

async function attach(page: Page, button: Locator, ...files: Chosen[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
  await chooser.setFiles(files)
}

const png = (name: string, ballast = 0): Chosen => ({ name, mimeType: 'image/png', buffer: picture(ballast) })

test('[FI1] [FI8] a customer in a foreign page sends a picture, the agent answers with a PDF and notes one privately', async ({
  customer,
  ana,
}) => {
  const ann = await customer(undefined, { blockThirdParty: true })
  await beginChat(ann, ana)
  const clip = ann.panel.getByRole('button', { name: 'Attach a file' })
  const tray = ann.panel.getByRole('list', { name: 'Files not sent yet' })

  await attach(ann.page, clip, png('my bag.png'))
  await expect(tray).toContainText('ready to send')
  await ann.panel.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(tray).toHaveCount(0)
  const hers = ann.log.getByRole('button', { name: 'Look at my bag.png' })
  await expect(hers.locator('img')).toBeVisible()

  const look = ana.log.getByRole('button', { name: 'Look at my bag.png' })
  await expect(look.locator('img')).toHaveJSProperty('naturalWidth', 1)
  await look.click()
  await expect(ana.page.getByRole('dialog', { name: 'my bag.png' }).getByRole('img')).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await expect(look).toBeFocused()

  const attachment = ana.page.getByRole('button', { name: 'Attach a file' })
  await ana.page.getByRole('tab', { name: 'Note' }).click()
  await attach(ana.page, attachment, { name: 'passport.pdf', mimeType: 'application/pdf', buffer: pdf })
  await ana.page.getByRole('button', { name: 'Add note' }).click()
  await expect(ana.log).toContainText('passport.pdf')
  await ana.page.getByRole('tab', { name: 'Reply' }).click()
  await attach(ana.page, attachment, { name: 'form.pdf', mimeType: 'application/pdf', buffer: pdf })
  await ana.page.getByRole('button', { name: 'Send', exact: false }).last().click()

  const save = ann.log.getByRole('button', { name: 'Save form.pdf' })
  const [download] = await Promise.all([ann.page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toBe('form.pdf')
  expect((await readFile(await download.path())).equals(pdf)).toBe(true)
  await expect(ann.log).not.toContainText('passport')

  await ana.end()
  await ana.finish('Solved')
  await ana.page.getByRole('tab', { name: 'History' }).click()
  await ana.page.getByRole('region', { name: 'Your past contacts' }).getByRole('button').first().click()
  const transcript = ana.page.getByRole('dialog', { name: /Transcript/ })
  const [again] = await Promise.all([
    ana.page.waitForEvent('download'),
    transcript.getByRole('link', { name: 'Save passport.pdf' }).click(),
  ])
  expect(again.suggestedFilename()).toBe('passport.pdf')
})

test('[FI11] what is not taken is said before it is sent, a cancelled upload is gone, a reload is told', async ({
  customer,
  centre,
}) => {
  const ann = await customer()
  await ann.askForChat()
  const clip = ann.panel.getByRole('button', { name: 'Attach a file' })
  const asked: string[] = []
  ann.page.on('request', (request) => request.method() === 'POST' && asked.push(new URL(request.url()).pathname))

  await attach(ann.page, clip, {
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg onload="alert(1)">'),
  })
  await expect(ann.panel.getByRole('alert')).toContainText('We can take pictures')
  // However long its name or the reason, what takes it away stays within reach.
  await expect(ann.panel.getByRole('button', { name: 'Remove logo.png' })).toBeInViewport({ ratio: 1 })
  await ann.panel.getByRole('button', { name: 'Remove logo.png' }).click()
  await attach(ann.page, clip, png('huge.png', 10_000_000))
  await expect(ann.panel.getByRole('alert')).toContainText('Larger than 10 MB')
  await ann.panel.getByRole('button', { name: 'Remove huge.png' }).click()
  expect(asked.filter((path) => path.includes('/files/'))).toEqual([])

  await ann.page.route('**/widget/api/files/**', () => undefined)
  await attach(ann.page, clip, png('slow.png'), png('other.png'))
  await expect(ann.panel.getByRole('progressbar', { name: 'Upload of slow.png' })).toBeVisible()
  await ann.panel.getByRole('button', { name: 'Cancel slow.png' }).click()
  await expect(ann.panel.getByText('slow.png')).toHaveCount(0)
  // Before the reload: a browser lets go of what it held back when the page goes, and that part may still arrive.
  expect(await centre.database.query('select id from files')).toEqual([])

  await ann.page.reload()
  await expect(ann.panel.getByRole('alert')).toContainText('Not sent: the page was reloaded. Choose it again.')
  await expect(ann.panel.getByRole('list', { name: 'Files not sent yet' })).toContainText('other.png')
})

test('[FI5] [FI11] an upload whose line breaks goes on when it is back, and is one file', async ({
  centre,
  hostPage,
  customer,
}) => {
  let port = 0
  const line = await Line.to(() => port)
  const far = await centre.addNode(line.port)
  port = far.port
  const ann = await customer(await hostPage({}, far))
  await ann.askForChat()
  const clip = ann.panel.getByRole('button', { name: 'Attach a file' })
  await attach(ann.page, clip, png('tag.png'))
  await ann.panel.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(ann.log.getByRole('button', { name: 'Save tag.png' })).toBeVisible()
  line.cut()
  await attach(ann.page, clip, png('bag.png', 3_000_000))
  await ann.panel.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(ann.panel.getByText('sent as soon as it is uploaded…')).toBeVisible()
  line.mend()
  await expect(ann.log.getByRole('button', { name: 'Save bag.png' })).toBeVisible({ timeout: 20_000 })
  expect(await centre.database.query('select size::int, received::int from files order by at')).toEqual([
    { size: 70, received: 70 },
    { size: 3_000_070, received: 3_000_070 },
  ])
  await line.close()
})
