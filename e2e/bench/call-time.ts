import { type Browser, expect, type Page } from '@playwright/test'
import { launchBrowser, newPage } from '../fixtures/browsers.ts'
import { Console } from '../pages/console.ts'
import { Widget } from '../pages/widget.ts'
import { type BenchCentre, withCentre } from './centre.ts'
import { startRawCall } from './raw-call.ts'
import { timeToSound, watchSound } from './time-to-sound.ts'

/** From the customer's click to the agent's voice, beside two pages with nothing but simple-peer and a relay. */
const pairs = 30
const customerTone = { tone: 440 }
const agentTone = { tone: 880 }

/** Takes every offer the moment it is shown, as a console set to accept by itself would. */
function acceptAtOnce(page: Page): Promise<void> {
  return page.evaluate(() => {
    new MutationObserver(() => {
      document.querySelector<HTMLElement>('article [aria-keyshortcuts="Alt+A"]')?.click()
    }).observe(document.body, { childList: true, subtree: true })
  })
}

async function ourCall({ hostPage }: BenchCentre, browser: Browser, agent: Console): Promise<number> {
  const page = await newPage(browser, customerTone)
  await watchSound(page.context())
  await page.goto(hostPage.origin)
  const widget = new Widget(page)
  await widget.open()
  await widget.chooseVoice.click()
  const took = await timeToSound(widget.panel)
  await widget.call.getByRole('button', { name: 'Hang up' }).click()
  await agent.finish('Solved')
  await expect(agent.wrapUp).toHaveCount(0)
  await page.context().close()
  return took
}

async function rawCall(origin: string, browser: Browser): Promise<number> {
  const page = await newPage(browser, customerTone)
  await watchSound(page.context())
  await page.goto(`${origin}/caller`)
  await expect(page).toHaveTitle('connected')
  await page.getByRole('button', { name: 'Call' }).click()
  const took = await timeToSound(page)
  await page.context().close()
  return took
}

const runs = await withCentre(async (centre) => {
  const raw = await startRawCall()
  const [agents, customers] = await Promise.all([
    launchBrowser({ microphone: true, ...agentTone }),
    launchBrowser({ microphone: true, ...customerTone }),
  ])
  centre.browsers.push(agents, customers)
  const agent = new Console(await newPage(agents, agentTone))
  await agent.signIn(centre.node.publicUrl, 'Ana')
  await acceptAtOnce(agent.page)
  const callee = await newPage(agents, agentTone)
  await callee.goto(`${raw.origin}/callee`)
  const done: { ours: number; raw: number }[] = []
  // The first pair only warms up.
  for (let i = 0; i <= pairs; i++) {
    const ours = await ourCall(centre, customers, agent)
    const pair = { ours, raw: await rawCall(raw.origin, customers) }
    console.warn(`call ${i} of ${pairs}: ${JSON.stringify(pair)}`)
    if (i > 0) done.push(pair)
  }
  await raw.close()
  return done
})
process.send?.(runs)
