import type { Frame, Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  // Each document has an axe of its own: a frame of another origin hears no other.
  iframes: false,
}

async function findingsOf(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source)
  return frame.evaluate(async (how) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, how)
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => [target, any[0]?.message].join(' ')).join('; ')}`,
    )
  }, options)
}

/** What axe finds on a page and in its frames, in words. */
export async function findings(page: Page): Promise<string[]> {
  return (await Promise.all(page.frames().map(findingsOf))).flat()
}
