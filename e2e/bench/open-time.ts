import { type CDPSession, expect, type Page } from '@playwright/test'
import { median } from '@beckon/signal-server/bench/measure/median'
import { launchBrowser, newPage } from '../fixtures/browsers.ts'
import { Widget } from '../pages/widget.ts'
import { type BenchCentre, withCentre } from './centre.ts'
import { shapedLine } from './shaped-line.ts'

/** A phone on a slow network: from the click on the button until the customer can choose how to talk. */
const line = { roundTripMs: 150, bitsPerSecond: 1_600_000 }
const slowdown = 4
const runs = 11
/** How long a mouse rests on a button before it is pressed, and a finger before it lets go of one, at the least. */
const nearMs = 150

/** The frame has a process of its own: it is slowed down before its first step. */
async function slowFrames(page: Page): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page)
  let id = 0
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    for (const [method, params] of [
      ['Emulation.setCPUThrottlingRate', { rate: slowdown }],
      ['Runtime.runIfWaitingForDebugger', {}],
    ] as const) {
      const message = JSON.stringify({ id: ++id, method, params })
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch((error: unknown) => console.warn(error))
    }
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false })
}

/** When the host page saw the click; all processes keep the same time, it is one machine's. */
const watchClick = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const marks = window as { clickedAt?: number }
    addEventListener('click', () => (marks.clickedAt = performance.timeOrigin + performance.now()), true)
  })

/** `nearFor`: milliseconds between the pointer's coming and the click. */
async function openOnce({ hostPage, browsers }: BenchCentre, nearFor: number): Promise<number> {
  const browser = await launchBrowser()
  browsers.push(browser)
  const page = await newPage(browser)
  await watchClick(page)
  await slowFrames(page)
  await page.goto(hostPage.origin)
  await page
    .getByRole('button', { name: 'Talk to us Chat now' })
    .or(page.getByRole('button', { name: /Closed/ }))
    .first()
    .waitFor()
  const widget = new Widget(page)
  const button = page.getByRole('button', { name: 'Talk to us' }).first()
  if (nearFor > 0) {
    await button.hover()
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), nearFor)
  }
  // Only the first paint is of interest, and the browser notes it: to look into the frame before takes the frame's time.
  await Promise.all([page.waitForResponse((response) => response.url().endsWith('/widget/api/hello')), button.click()])
  await expect(widget.chooseChat).toBeVisible()
  const clicked = await page.evaluate(() => (window as { clickedAt?: number }).clickedAt ?? Number.NaN)
  // Before the ways to talk the frame draws nothing at all.
  const usable = await widget.chooseChat.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    return performance.timeOrigin + (paint?.startTime ?? Number.NaN)
  })
  await browser.close()
  return usable - clicked
}

const measured = await withCentre(
  async (centre) => {
    const atOnce: number[] = []
    const near: number[] = []
    // The first only warms up.
    for (let i = 0; i <= runs; i++) {
      const ms = [await openOnce(centre, 0), await openOnce(centre, nearMs)] as const
      console.warn(`open ${i} of ${runs}: ${ms.map(Math.round).join(' ms; after a look ')} ms`)
      if (i === 0) continue
      atOnce.push(ms[0])
      near.push(ms[1])
    }
    return { atOnce, near }
  },
  (port) => shapedLine(() => port, line),
)
const figure = (name: string, times: readonly number[]) => ({
  name,
  value: Number(median(times).toPrecision(4)),
  unit: 'ms',
})
const figures = [figure('open_to_usable_ms', measured.atOnce), figure('open_after_look_to_usable_ms', measured.near)]
process.send?.(figures)
if (process.send === undefined) console.info(figures)
