import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { guideStrip } from './guide-strip.ts'
import { keep, readKept } from './kept-guide.ts'
import { resetButton } from './reset-button.ts'
import { showTicks } from './show-ticks.ts'

function strip(lang = 'en'): HTMLElement {
  // Our own page as it is built, not text from people.
  const page = new DOMParser().parseFromString(guideStrip(lang), 'text/html')
  const guide = page.querySelector<HTMLElement>('[data-guide]')
  if (!guide) throw new Error('no guide')
  return guide
}
const said = (guide: HTMLElement) =>
  [...guide.querySelectorAll<HTMLElement>('[data-say]')]
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent)

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

it('[DM2] the guide says one sentence: what to do next', () => {
  const guide = strip()
  showTicks(guide, [])
  expect(said(guide)).toEqual(['On any page of Blue Sky press a contact button and choose Chat.'])
  showTicks(guide, ['contact', 'accept', 'ring-out'])
  expect(said(guide)).toEqual([expect.stringContaining('Push page')])
  expect(guide.querySelector('[aria-current]')?.getAttribute('data-step')).toBe('page')
})

it('[DM2] a ticked step says so to those who do not see it, and the count counts', () => {
  const guide = strip()
  showTicks(guide, ['contact'])
  const step = guide.querySelector('[data-step="contact"]')
  expect(step?.querySelector('[data-done]')?.hasAttribute('hidden')).toBe(false)
  expect(step?.querySelector('[data-open]')?.hasAttribute('hidden')).toBe(true)
  expect(guide.querySelector('[data-guide-count]')?.textContent).toBe('1 / 6')
})

it('[DM2] with everything done it says so, and the expert stays what is coming', () => {
  const guide = strip()
  showTicks(guide, ['contact', 'accept', 'page', 'call', 'ring-out', 'rate'])
  expect(said(guide)).toEqual([expect.stringContaining('That was all of it')])
  expect(guide.querySelector('[aria-current]')).toBeNull()
  expect(guide.querySelector('.guide-coming')?.textContent).toContain('coming')
})

it('[DM2] the Arabic page has an Arabic guide', () => {
  expect(strip('ar').querySelector('summary')?.textContent).toContain('دليل')
})

it('[DM2] a browser keeps the last twenty contacts and whether the guide is open', () => {
  keep({ open: false, references: Array.from({ length: 25 }, (_, i) => `BS-${i}`) })
  expect(readKept()).toMatchObject({
    open: false,
    references: expect.toSatisfy((kept: string[]) => kept.length === 20),
  })
  expect(readKept().references.at(-1)).toBe('BS-24')
})

it('[DM5] the demo is reset after a question only, and looked at once it is', async () => {
  const asked: unknown[] = []
  let sure = false
  vi.stubGlobal('confirm', (words: string) => {
    asked.push(words)
    return sure
  })
  const sent = vi.fn(async () => new Response(null, { status: 204 }))
  vi.stubGlobal('fetch', sent)
  const guide = strip()
  const done = vi.fn()
  resetButton(guide, done)
  const button = guide.querySelector<HTMLButtonElement>('[data-reset]')
  button?.click()
  expect(sent).not.toHaveBeenCalled()
  sure = true
  button?.click()
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce())
  expect(sent).toHaveBeenCalledWith('/demo/reset', { method: 'POST' })
  expect(asked).toEqual(Array(2).fill(expect.stringContaining('deleted')))
})
