import type { BrowserContext, FrameLocator, Page } from '@playwright/test'

/** In the page: milliseconds of its clock; undefined until it happened. */
interface Times {
  clickedAt?: number
  heardAt?: number
}

/**
 * Watches every page and frame of a context: the last click, and the first sound at a playing audio element after it.
 * Code for a page holds no named function: tsx would give it a call that pages do not know.
 */
export async function watchSound(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
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
      if (samples.some((sample) => Math.abs(sample) > 0.01)) times.heardAt = performance.now()
    }, 4)
  })
}

/** Milliseconds from the click to the sound; rejects when there is none for 20 s. */
export function timeToSound(page: Page | FrameLocator): Promise<number> {
  return page.locator('html').evaluate(
    (node) =>
      new Promise<number>((resolve, reject) => {
        const until = performance.now() + 20_000
        const times = node.ownerDocument.defaultView as unknown as Times
        const timer = setInterval(() => {
          const { clickedAt, heardAt } = times
          if (clickedAt !== undefined && heardAt !== undefined) resolve(heardAt - clickedAt)
          else if (performance.now() > until) reject(new Error('nothing was heard for 20 s'))
          else return
          clearInterval(timer)
        }, 20)
      }),
    undefined,
    { timeout: 30_000 },
  )
}
