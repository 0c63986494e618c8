import { type Browser, expect, type Page } from '@playwright/test'
import { inPairs } from '@beckon/signal-server/bench/measure/in-pairs'
import { launchBrowser, newPage } from '../fixtures/browsers.ts'
import { Console } from '../pages/console.ts'
import { Widget } from '../pages/widget.ts'
import { CallTrace } from './call-trace.ts'
import { type BenchCentre, withCentre } from './centre.ts'
import { startRawCall } from './raw-call.ts'
import { timeToSound, watchSound } from './time-to-sound.ts'

/** From the customer's click to the agent's voice, beside two pages with nothing but simple-peer and a relay. */
const [count = '30', traced] = process.argv.slice(2)
/** A person looks before they click; meanwhile either page has all it loads by itself. */
const lookMs = 500
const customerTone = { tone: 440 }
const agentTone = { tone: 880 }

const look = (page: Page): Promise<void> =>
  page.evaluate((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), lookMs)

/** Takes every offer the moment it is shown, as a console set to accept by itself would. */
function acceptAtOnce(page: Page): Promise<void> {
  return page.evaluate(() => {
    new MutationObserver(() => {
      document.querySelector<HTMLElement>('article [aria-keyshortcuts="Alt+A"]')?.click()
    }).observe(document.body, { childList: true, subtree: true })
  })
}

/** A page of its own for each call. */
async function customerPage(browser: Browser, trace: CallTrace | undefined): Promise<Page> {
  const page = await newPage(browser, customerTone)
  await watchSound(page.context())
  await trace?.watch(page)
  return page
}

async function ourCall(
  { hostPage }: BenchCentre,
  browser: Browser,
  agent: Console,
  trace?: CallTrace,
): Promise<number> {
  const page = await customerPage(browser, trace)
  await page.goto(hostPage.origin)
  const widget = new Widget(page)
  await widget.open()
  await look(page)
  await trace?.begin(agent.page)
  const took = await timeToSound(page, widget.chooseVoice)
  await trace?.end({ customer: page, agent: agent.page }, '/widget/frame', took)
  await widget.call.getByRole('button', { name: 'Hang up' }).click()
  await agent.finish('Solved')
  await expect(agent.wrapUp).toHaveCount(0)
  await page.context().close()
  return took
}

async function rawCall(origin: string, browser: Browser, callee: Page, trace?: CallTrace): Promise<number> {
  const page = await customerPage(browser, trace)
  await page.goto(`${origin}/caller`)
  await expect(page).toHaveTitle('connected')
  await look(page)
  await trace?.begin(callee)
  const took = await timeToSound(page, page.getByRole('button', { name: 'Call' }))
  await trace?.end({ customer: page, agent: callee }, '/caller', took)
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
  const traces = traced === undefined ? undefined : { ours: new CallTrace(), raw: new CallTrace() }
  const agent = new Console(await newPage(agents, agentTone))
  await traces?.ours.watch(agent.page)
  await agent.signIn(centre.node.publicUrl, 'Ana')
  await acceptAtOnce(agent.page)
  const callee = await newPage(agents, agentTone)
  await traces?.raw.watch(callee)
  await callee.goto(`${raw.origin}/callee`)
  // One of each only warms up.
  await ourCall(centre, customers, agent)
  await rawCall(raw.origin, customers, callee)
  const pairs = await inPairs(
    Number(count),
    () => ourCall(centre, customers, agent, traces?.ours),
    () => rawCall(raw.origin, customers, callee, traces?.raw),
  )
  await raw.close()
  if (traces !== undefined) console.warn(`ours\n${traces.ours.table()}\nraw\n${traces.raw.table()}`)
  return pairs
})
process.send?.(runs)
