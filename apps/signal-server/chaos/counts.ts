import { faultPoints } from '../src/commit/fault-points.ts'
import type { Episode } from './episode.ts'
import { restQueue } from './routing-rules.ts'
import { count, type Tally, total } from './tally.ts'

/** What the storms were made of: a run in which nothing happened proves nothing. */
export interface Counts {
  sent: number
  acknowledged: number
  entries: number
  views: number
  contacts: number
  repeats: number
  /** How offers ended. */
  offers: Map<string, number>
  /** How the rules of routing were met. */
  rules: Map<string, number>
  /** Refusals by code. */
  refusals: Map<string, number>
}

export const newCounts = (): Counts => ({
  sent: 0,
  acknowledged: 0,
  entries: 0,
  views: 0,
  contacts: 0,
  repeats: 0,
  offers: new Map(),
  rules: new Map(),
  refusals: new Map(),
})

export function addCounts(counts: Counts, histories: Episode['histories']): void {
  for (const { history, final } of histories) {
    counts.sent += history.sent.length
    counts.views += history.views.length
    counts.entries += final.entries.length
    counts.contacts += final.interactions.length
    counts.repeats += history.repeats.length
    for (const { reply } of history.sent) {
      if (reply?.ok) counts.acknowledged += 1
      else if (reply) count(counts.refusals, reply.error.code)
    }
    for (const { status, why } of final.offers) {
      count(counts.offers, status)
      if (why.includes('picked')) count(counts.rules, 'picked')
    }
    for (const { queue, relaxed } of final.interactions) {
      if (queue === restQueue) count(counts.rules, 'overflowed')
      if (relaxed > 0) count(counts.rules, 'widened')
    }
    for (const { offerId, planned, unavailable } of final.diary)
      if (offerId === null && planned === null) count(counts.rules, unavailable ? 'taken up' : 'taken back')
    for (const { became } of final.presenceChanges) if (became === 'dnd') count(counts.rules, 'not disturbed')
  }
}

/** What must have been met, in every hundred kills. */
const expectedOffers = { accepted: 40, declined: 4, 'timed-out': 4, rescinded: 8 } as const
const expectedRaces = 4
const expectedRules = { picked: 10, overflowed: 4, widened: 10, 'not disturbed': 4, 'taken up': 1 } as const

export function missingCounts({ offers, rules, refusals }: Counts, { kills }: Tally): string[] {
  const missing: string[] = []
  const hundreds = total(kills) / 100
  const expectAtLeast = (what: string, met: number | undefined, least: number): void => {
    if ((met ?? 0) < Math.floor(least * hundreds))
      missing.push(`ran dry: ${what} ${met ?? 0} times, at least ${Math.floor(least * hundreds)} expected`)
  }
  for (const [status, least] of Object.entries(expectedOffers))
    expectAtLeast(`offers ${status}`, offers.get(status), least)
  for (const [rule, least] of Object.entries(expectedRules)) expectAtLeast(`contacts ${rule}`, rules.get(rule), least)
  expectAtLeast('answers that came too late', refusals.get('expired'), expectedRaces)
  for (const point of faultPoints) expectAtLeast(`kills at ${point}`, kills.get(point), 50 / faultPoints.length)
  return missing
}

const list = (map: ReadonlyMap<string, number>): string =>
  [...map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, times]) => `${key} ${times}`)
    .join(', ')

export function summary(counts: Counts, tally: Tally, seed: number, minutes: number): string {
  return [
    '',
    `Seed ${seed}, ${minutes.toFixed(1)} min: ${total(tally.kills)} kills at fault points (${tally.unaimed} elsewhere), postmaster ${tally.postmasterKills}; ${tally.stopped} stopped when asked, database stood still ${tally.stalls} times`,
    `kills: ${list(tally.kills)}`,
    `other faults: ${list(tally.others)}; identities given up ${tally.givenUp}`,
    `${counts.sent} commands, ${counts.acknowledged} acknowledged, ${counts.repeats} sent again at the end`,
    `${counts.contacts} contacts, ${counts.entries} entries, ${counts.views} views`,
    `offers: ${list(counts.offers)}`,
    `rules: ${list(counts.rules)}`,
    `refusals: ${list(counts.refusals)}`,
    `errors in the nodes' logs: ${list(tally.errors)}`,
  ].join('\n')
}
