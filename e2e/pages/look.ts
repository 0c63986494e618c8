import { expect, type Frame, type Page } from '@playwright/test'

const sizes = {
  desktop: { width: 1280, height: 800 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  /** A desktop at 200 %. */
  zoomed: { width: 640, height: 400 },
} as const

/** Theme, direction and size a screen is looked at in. Right to left is Arabic. */
export type Look = `${'light' | 'dark'} ${'ltr' | 'rtl'} ${keyof typeof sizes}`
export type Speak = (language: 'en' | 'ar') => Promise<void>

export const plainLook: Look = 'light ltr desktop'

/** A frame that is not shown draws nothing. */
async function drawn(frame: Frame): Promise<void> {
  if (frame.parentFrame() && !(await (await frame.frameElement()).isVisible())) return
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Shows a page so; `speak` gives it the language. Motion is off: half of a fade has half of a contrast. */
export async function lookAt(page: Page, look: Look, speak: Speak): Promise<void> {
  const [colorScheme, direction, size] = look.split(' ') as ['light' | 'dark', 'ltr' | 'rtl', keyof typeof sizes]
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await speak(direction === 'rtl' ? 'ar' : 'en')
  await page.setViewportSize(sizes[size])
  // What answers to the size has drawn, in frames too; nothing is wider than the screen.
  for (const frame of page.frames()) await drawn(frame)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), look).toBeLessThanOrEqual(0)
}
