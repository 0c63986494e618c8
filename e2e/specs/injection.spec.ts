import { readFile } from 'node:fs/promises'
import { changeRouting } from '../fixtures/change-routing.ts'
import { injectionCorpus } from '../fixtures/injection-corpus.ts'
import { signIdentity } from '../fixtures/sign-identity.ts'
import { expect, test } from '../fixtures/test.ts'
import { holdNews } from '../pages/hold-news.ts'
import { plantedElements, startCanary, watchMisdeeds } from '../pages/misdeeds.ts'

type Beckon = (method: string, ...values: unknown[]) => unknown

test('[AU13] whatever a customer or the page writes in any field is text to everybody: nothing runs, nothing is fetched', async ({
  customer,
  agent,
}) => {
  test.setTimeout(180_000)
  const canary = await startCanary()
  const corpus = injectionCorpus(canary.url)
  const ana = await agent('Ana')
  const ann = await customer()
  const misdeeds = [await watchMisdeeds(ana.page), await watchMisdeeds(ann.page)]
  await ana.page.reload()
  await expect(ana.connected).toBeVisible()
  await ann.page.reload()
  const harmless = async () => {
    expect(await plantedElements(ana.page)).toEqual([])
    expect(await plantedElements(ann.page)).toEqual([])
    expect(misdeeds).toEqual([[], []])
    expect(canary.asked).toEqual([])
  }

  await test.step('in what the page says: names, context, trail, subject, prefilled text', async () => {
    await ann.open()
    await ann.page.evaluate((texts) => {
      const beckon = (window as unknown as { Beckon: Beckon }).Beckon
      history.pushState(null, '', `/${encodeURIComponent(texts[1] ?? '')}?q=${encodeURIComponent(texts[0] ?? '')}`)
      document.title = texts[1] ?? ''
      beckon('setContext', Object.fromEntries(texts.slice(0, 12).map((text) => [text.slice(0, 64), text])))
      beckon('setAttributes', { name: texts[0], email: texts[9] })
      beckon('update', { subject: texts[1] })
      for (const text of texts) beckon('trackEvent', text.slice(0, 64), text)
      beckon('trackPage', texts[1])
      beckon('prefill', { text: texts[2] })
    }, corpus)
    await expect(ann.preview).toContainText('calc')
    await harmless()
    await ann.startChat()
    await expect(ann.message).toHaveValue(corpus[2] ?? '')
    await expect(ana.offer).toContainText(corpus[0]?.slice(0, 64) ?? '')
    await expect(ana.page).toHaveTitle(/Visitor/)
    await harmless()
    await ana.accept()
    for (const text of corpus.slice(0, 12)) await expect(ana.customer).toContainText(text)
    await harmless()
  })

  await test.step('in messages, on both sides', async () => {
    for (const text of corpus) {
      await ann.say(text)
      await expect(ana.log.getByText(text, { exact: true })).toHaveCount(1)
    }
    for (const text of corpus.slice(0, 5)) await ana.say(`You wrote: ${text}`)
    await harmless()
  })

  await test.step('in the survey, the history and the transcripts', async () => {
    await ana.end()
    await ann.panel.getByRole('radio', { name: '2 of 5' }).check()
    await ann.panel.getByRole('textbox', { name: 'A word, if you like' }).fill(corpus.slice(0, 5).join(' '))
    await ann.panel.getByRole('region', { name: 'How was it?' }).getByRole('button', { name: 'Send' }).click()
    await expect(ann.panel.getByText('Thank you for your answer.')).toBeVisible()
    await ana.finish('Solved')
    await ana.page.getByRole('tab', { name: 'History' }).first().click()
    const past = ana.page.getByRole('region', { name: 'Your past contacts' })
    await expect(past).toContainText('<script data-planted>')
    await past
      .getByRole('button', { name: /^Transcript/ })
      .first()
      .click()
    const transcript = ana.page.getByRole('dialog', { name: /Transcript/ })
    for (const text of corpus) await expect(transcript.getByText(text, { exact: true })).toHaveCount(1)
    await harmless()
    const files: Record<string, string> = {}
    for (const format of ['text', 'print']) {
      const [download] = await Promise.all([
        ana.page.waitForEvent('download'),
        transcript.getByRole('link', { name: `Save ${format === 'text' ? 'as text' : 'to print'}` }).click(),
      ])
      files[format] = await readFile(await download.path(), 'utf8')
    }
    for (const text of corpus.slice(0, 13)) expect(files['text']).toContain(text)
    const print = await ana.page.context().newPage()
    misdeeds.push(await watchMisdeeds(print))
    await print.route('http://print.localhost/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: files['print'] ?? '' }),
    )
    await print.goto('http://print.localhost/')
    for (const text of corpus.slice(0, 13)) await expect(print.getByText(text, { exact: true }).first()).toBeVisible()
    expect(await plantedElements(print)).toEqual([])
    await print.close()
    await ana.page.keyboard.press('Escape')
    expect(misdeeds).toEqual([[], [], []])
    misdeeds.pop()
  })

  await test.step('in the answers of the API, which no browser takes for a page', async () => {
    const list = await ana.page.evaluate(async () => {
      const answer = await fetch('/api/v1/history')
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
    })
    expect(list.status).toBe(200)
    expect(list.type).toContain('application/json')
    expect(list.text).toContain('<script data-planted>')
    await harmless()
  })
  canary.close()
})

test('[AU13] a name, a file and news are text in the title bar, the alert of the desktop and the page around the panel', async ({
  centre,
  customer,
  agent,
}) => {
  test.setTimeout(180_000)
  const canary = await startCanary()
  const corpus = injectionCorpus(canary.url)
  const name = (corpus[1] ?? '').slice(0, 200)
  const ana = await agent('Ana')
  const ann = await customer()
  await ana.page.context().grantPermissions(['notifications'])
  await ana.page.addInitScript(() => {
    const Real = Notification
    globalThis.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        document.body.dataset['alerted'] = `${title} ${options?.body ?? ''}`
      }
    }
  })
  const misdeeds = [await watchMisdeeds(ana.page), await watchMisdeeds(ann.page)]
  await ana.page.reload()
  await expect(ana.connected).toBeVisible()
  await ana.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await ann.page.reload()
  const token = await signIdentity(centre.database, { sub: 'mallory', name })
  await ann.page.evaluate((signed) => {
    const { Beckon } = window as unknown as { Beckon: Beckon }
    Beckon('identify', signed)
  }, token)
  await ann.askForChat()
  await expect(ana.offer).toContainText(name)
  await expect.poll(() => ana.page.title()).toContain(name)
  await expect(ana.page.locator('body')).toHaveAttribute('data-alerted', new RegExp(`^Chat from <img data-planted`))
  await ana.accept()

  const file = '<img src=x onerror=planted(1)> \u202Egnp.txt'
  const [chooser] = await Promise.all([
    ann.page.waitForEvent('filechooser'),
    ann.panel.getByRole('button', { name: 'Attach a file' }).click(),
  ])
  await chooser.setFiles([
    { name: file, mimeType: 'text/plain', buffer: Buffer.from('a bag') },
    { name: 'page.txt', mimeType: 'text/plain', buffer: Buffer.from(corpus[0] ?? '') },
  ])
  // Markup is no plain text, whatever it is called.
  await expect(ann.panel.getByText('We can take')).toBeVisible()
  await ann.panel.getByRole('button', { name: 'Remove page.txt' }).click()
  await expect(ann.panel.getByText('ready to send')).toBeVisible()
  await ann.panel.getByRole('button', { name: 'Send', exact: true }).click()
  // A name that every file system takes, with nothing in it that reads backwards.
  await expect(ana.log).toContainText('_img src=x onerror=planted(1)_ gnp.txt')
  const [saved] = await Promise.all([
    ana.page.waitForEvent('download'),
    ana.log.getByRole('link', { name: /^Save/ }).click(),
  ])
  // No browser opens it as a page, and its name cannot pretend to end otherwise.
  expect(saved.suggestedFilename()).toMatch(/\.txt$/)
  expect(saved.suggestedFilename()).not.toMatch(/[<>\u202E]/)

  await ann.panel.getByRole('button', { name: 'Close' }).click()
  await ana.say(corpus[0] ?? '')
  await expect(ann.page.getByRole('button', { name: '<script data-planted>' })).toBeVisible()
  for (const page of [ana.page, ann.page]) expect(await plantedElements(page)).toEqual([])
  expect(misdeeds).toEqual([[], []])
  expect(canary.asked).toEqual([])
  canary.close()
})

test('[AU13] a colleague’s name is text in the news that they were first', async ({ centre, agent, ann }) => {
  const canary = await startCanary()
  const corpus = injectionCorpus(canary.url)
  const name = [corpus[0], corpus[1], corpus[8], corpus.at(-1)].join(' ')
  await centre.database.query(
    `update agents set name = $1, version = sites.version + 1 from sites where sites.id = site_id and agents.name = 'Raj'`,
    [name],
  )
  await changeRouting(centre.database, (routing) => ({
    ...routing,
    queues: routing.queues.map((queue) => ({ ...queue, answer: 'pick' })),
  }))
  const raj = await agent('Raj')
  const ana = await agent('Ana')
  const news = await holdNews(ana.page)
  const misdeeds = await watchMisdeeds(ana.page)
  await ana.page.reload()
  await ann.askForChat()
  await expect(ana.queue).toContainText('Baggage')
  news.hold()
  await raj.queue.getByRole('button', { name: 'Pick: Chat, Baggage' }).click()
  await expect(raj.log).toBeVisible()
  expect(await raj.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await expect(raj.page.getByRole('button', { name: /^Account of/ })).toBeInViewport({ ratio: 1 })
  await ana.queue.getByRole('button', { name: 'Pick: Chat, Baggage' }).click()
  const toast = ana.page.getByRole('alert').getByText(`${name} was first.`, { exact: true })
  await expect(toast).toBeInViewport({ ratio: 1 })
  expect(await toast.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0)
  expect(await plantedElements(ana.page)).toEqual([])
  expect(misdeeds).toEqual([])
  expect(canary.asked).toEqual([])
  canary.close()
})

test('[AU14] a NUL and half of an emoji hold nobody up', async ({ ana, ann }) => {
  await ann.open()
  await ann.page.evaluate(() => {
    const { Beckon } = window as unknown as { Beckon: Beckon }
    Beckon('setContext', { flight: 'BS117 \0', cut: 'thumb \ud83d' })
  })
  await ann.startChat()
  await ana.accept()
  await ann.message.fill('a\0b \ud83d')
  await ann.message.press('Enter')
  await expect(ana.log).toContainText('ab')
  await ann.say('and on')
  await expect(ana.log.getByText('and on', { exact: true })).toBeVisible()
})
