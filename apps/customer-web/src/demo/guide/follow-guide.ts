import type { GuideResponse } from '@beckon/shared/protocol/demo'
import type { BeckonInteraction } from '../../loader/beckon-api.ts'
import { beckon } from '../beckon.ts'
import { keep, readKept } from './kept-guide.ts'
import { resetButton } from './reset-button.ts'
import { showTicks } from './show-ticks.ts'

/** How often a page in sight asks what has happened. */
const LOOK_MS = 2_000

async function look(guide: HTMLElement): Promise<void> {
  const { references, since, madeAt } = readKept()
  const query = new URLSearchParams({ references: references.join(',') })
  if (since > 0) query.set('since', String(Math.floor(since)))
  const response = await fetch(`/demo/guide?${query}`)
  if (!response.ok) throw new Error(`guide: ${response.status}`)
  const answer = (await response.json()) as GuideResponse
  if (madeAt === 0) return keep({ since: answer.now, madeAt: answer.madeAt })
  if (madeAt === answer.madeAt) return showTicks(guide, answer.ticked)
  // The demo was made anew: what this page shows is of the one before.
  keep({ references: [], since: answer.now, madeAt: answer.madeAt })
  location.reload()
}

function follow(guide: HTMLDetailsElement): void {
  guide.open = readKept().open
  guide.addEventListener('toggle', () => keep({ open: guide.open }))
  showTicks(guide, [])
  const again = () => {
    if (document.visibilityState === 'hidden') return
    look(guide).catch((error: unknown) => console.warn('Demo guide:', error))
  }
  beckon('on', 'interactions', (interactions: BeckonInteraction[]) => {
    const { references } = readKept()
    const fresh = interactions.map(({ reference }) => reference).filter((one) => !references.includes(one))
    if (fresh.length > 0) keep({ references: [...references, ...fresh] })
    again()
  })
  resetButton(guide, again)
  again()
  setInterval(again, LOOK_MS)
  document.addEventListener('visibilitychange', again)
}

const guide = document.querySelector<HTMLDetailsElement>('[data-guide]')
if (guide) follow(guide)
