import type { BrowserContext, Locator, Page } from '@playwright/test'

/** In the page: milliseconds of its clock; undefined until it happened. */
interface Times {
  clickedAt?: number
  heardAt?: number
}

/** How a page says what it measured: asking it would take the time of the very thread that is measured. */
const said = 'heard after ms: '

/**
 * Watches every page and frame of a context: the last click, and the first sound at a playing audio element after it.
 * Code for a page holds no named function: tsx would give it a call that pages do not know.
 */
export async function watchSound(context: BrowserContext): Promise<void> {
  await context.addInitScript((words) => {
    const times = globalThis as typeof globalThis & Times
    let ear: AnalyserNode | undefined
    addEventListener(
      'click',
      () => {
        ear = undefined
        times.clickedAt = performance.now()
        delete times.heardAt
      },
      true,
    )
    setInterval(() => {
      if (times.clickedAt === undefined || times.heardAt !== undefined) return
      const element = [...document.querySelectorAll('audio')].find((audio) => audio.srcObject !== null && !audio.paused)
      if (element === undefined) return
      if (ear === undefined) {
        const audio = new AudioContext()
        ear = audio.createAnalyser()
        audio.createMediaStreamSource(element.srcObject as MediaStream).connect(ear)
      }
      const samples = new Float32Array(ear.fftSize)
      ear.getFloatTimeDomainData(samples)
      if (!samples.some((sample) => Math.abs(sample) > 0.01)) return
      times.heardAt = performance.now()
      console.info(`${words}${times.heardAt - times.clickedAt}`)
    }, 4)
  }, said)
}

/**
 * Milliseconds from a click on `button` to the sound; rejects when there is none for 20 s. The mouse is over the button
 * already, and nothing is run in the page before it has heard.
 */
export async function timeToSound(page: Page, button: Locator): Promise<number> {
  await button.hover()
  const heard = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(said),
    timeout: 20_000,
  })
  await page.mouse.down()
  await page.mouse.up()
  return Number((await heard).text().slice(said.length))
}
