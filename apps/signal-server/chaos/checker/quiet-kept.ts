import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { groupBy } from './group-by.ts'

/** Nothing is offered to an agent while do-not-disturb is on, by the timeline of their presence. */
export function quietKept(_history: History, final: Final): string[] {
  const offers = groupBy(final.offers, (offer) => offer.agentId)
  return [...groupBy(final.presenceChanges, (change) => change.agentId)].flatMap(([agentId, changes]) =>
    changes.flatMap(({ at, became }, n) => {
      if (became !== 'dnd') return []
      const until = changes.slice(n + 1).find(({ was }) => was === 'dnd')?.at ?? Number.POSITIVE_INFINITY
      const rang = (offers.get(agentId) ?? []).filter(({ madeAt }) => madeAt > at && madeAt < until)
      return rang.map(({ id }) => `offer ${id} was made to ${agentId}, who was not to be disturbed since ${at}`)
    }),
  )
}
