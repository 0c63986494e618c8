import { performance } from 'node:perf_hooks'
import { Draft } from '../../src/domain/draft.ts'
import { nextDue } from '../../src/domain/liveness/deadlines.ts'
import { route } from '../../src/domain/routing/route.ts'
import type { InteractionRow, OfferRow } from '../../src/domain/rows.ts'
import { firstMatch } from '../../testing/plain-scan.ts'
import { type Figure, rounded } from '../measure/figure.ts'
import { Crowd, crowdStart } from './crowd.ts'

/** Agents × waiting; the middle one carries the plain name. */
const sizes = [
  { agents: 100, waiting: 1_000, of: '_100x1k' },
  { agents: 1_000, waiting: 100_000, of: '' },
  { agents: 10_000, waiting: 100_000, of: '_10kx100k' },
]
const decisions = 5_000
/** The plain scan is slow: so few decisions are held against it, and give its rate. */
const compared = 5

/**
 * Decisions under overload: somebody ends a contact, another contact arrives, who comes next is found with the reasons
 * and offered. Counted is all of it but the database: the rows put, the index kept, the match, the next deadline. The
 * reference finds the same by scanning all rows, and must find the same.
 */
export async function routingFigures(): Promise<Figure[]> {
  return sizes.flatMap(({ agents, waiting, of }) => {
    const crowd = new Crowd(agents, waiting)
    let n = 0
    const decideNext = (): number => decide(crowd, crowdStart + n++)
    for (let warm = 0; warm < 1_000; warm++) decideNext()
    const plain = Array.from({ length: compared }, () => decideBoth(crowd, crowdStart + n++))
    const times = Array.from({ length: decisions }, decideNext).sort((a, b) => a - b)
    const value = perSecond(times)
    const reference = perSecond(plain)
    const p99 = times[Math.floor(times.length * 0.99)] ?? Number.NaN
    return [
      {
        name: `routing_decisions_per_s${of}`,
        value: rounded(value),
        unit: '1/s',
        reference: rounded(reference),
        ratio: rounded(value / reference),
      },
      { name: `routing_decision_p99_ms${of}`, value: rounded(p99), unit: 'ms' },
    ]
  })
}

const perSecond = (times: readonly number[]): number => (times.length / times.reduce((a, b) => a + b, 0)) * 1_000

/** Milliseconds of one decision. */
function decide(crowd: Crowd, now: number): number {
  const { ends, comes } = crowd.next(now)
  const from = performance.now()
  const draft = change(crowd, now, ends, comes)
  route(draft)
  nextDue(crowd.state, now)
  const ms = performance.now() - from
  crowd.accept(offerOf(draft))
  return ms
}

/** Milliseconds of the plain scan of one decision, which must be the same. */
function decideBoth(crowd: Crowd, now: number): number {
  const { ends, comes } = crowd.next(now)
  const draft = change(crowd, now, ends, comes)
  const from = performance.now()
  const plain = firstMatch(crowd.state, now)
  const ms = performance.now() - from
  route(draft)
  const offer = offerOf(draft)
  if (plain?.interaction.id !== offer.interactionId || plain.choice.agent.id !== offer.agentId) {
    throw new Error(`the plain scan chose ${plain?.interaction.id}, the index ${offer.interactionId}`)
  }
  crowd.accept(offer)
  return ms
}

function change({ state, ids }: Crowd, now: number, ends: InteractionRow, comes: InteractionRow): Draft {
  const draft = new Draft(state, now, ids)
  draft.put('interactions', { ...ends, status: 'closed', closedAt: now })
  draft.put('interactions', comes)
  return draft
}

function offerOf({ rows }: Draft): OfferRow {
  const [offer, ...more] = [...(rows.get('offers')?.values() ?? [])] as OfferRow[]
  if (!offer || more.length > 0) throw new Error(`${more.length} more offers than one`)
  return offer
}
