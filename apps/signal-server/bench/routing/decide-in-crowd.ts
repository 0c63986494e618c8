import { isDeepStrictEqual } from 'node:util'
import { performance } from 'node:perf_hooks'
import { Draft } from '../../src/domain/draft.ts'
import { nextDue } from '../../src/domain/liveness/deadlines.ts'
import { route } from '../../src/domain/routing/route.ts'
import type { InteractionRow, OfferRow } from '../../src/domain/rows.ts'
import { firstMatch, plainExplanation } from '../../testing/plain-scan.ts'
import { childArguments, tell } from '../measure/in-child.ts'
import { Crowd, crowdStart } from './crowd.ts'

/** How many there are, and how many decisions are measured; so few are held against the slow plain scan. */
export interface CrowdArguments {
  agents: number
  waiting: number
  decisions: number
  compared: number
}
export interface CrowdAnswer {
  perSecond: number
  p99Ms: number
  plainPerSecond: number
}

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

/** Milliseconds of the plain scan of one decision, which must be the same for the same reasons. */
function decideBoth(crowd: Crowd, now: number): number {
  const { ends, comes } = crowd.next(now)
  const draft = change(crowd, now, ends, comes)
  const from = performance.now()
  const plain = firstMatch(crowd.state, now)
  const explained = plain && plainExplanation(crowd.state, plain.interaction, plain.choice)
  const ms = performance.now() - from
  route(draft)
  const offer = offerOf(draft)
  const isSame = plain?.interaction.id === offer.interactionId && plain.choice.agent.id === offer.agentId
  if (!isSame || !isDeepStrictEqual(explained, offer.explained)) {
    throw new Error(
      `the plain scan chose ${plain?.interaction.id}, the index ${offer.interactionId}, or said otherwise why`,
    )
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

const perSecond = (times: readonly number[]): number => (times.length / times.reduce((a, b) => a + b, 0)) * 1_000

const { agents, waiting, decisions, compared } = childArguments<CrowdArguments>()
const crowd = new Crowd(agents, waiting)
let now = crowdStart
for (let warm = 0; warm < decisions / 5; warm++) decide(crowd, now++)
const plain = Array.from({ length: compared }, () => decideBoth(crowd, now++))
const times = Array.from({ length: decisions }, () => decide(crowd, now++)).sort((a, b) => a - b)
const p99Ms = times[Math.floor(times.length * 0.99)] ?? Number.NaN
tell({ perSecond: perSecond(times), p99Ms, plainPerSecond: perSecond(plain) } satisfies CrowdAnswer)
