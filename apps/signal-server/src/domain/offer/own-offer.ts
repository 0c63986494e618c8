import type { Principal } from '@beckon/shared/model/principal'
import { agentIdOf } from '../interaction/own-interaction.ts'
import type { OfferRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/**
 * The pending offer if it was made to the asker and its deadline has not come. An ended one, another's and an
 * invented one all look the same: expired [OF3].
 */
export function ownOffer(state: SiteState, id: string, by: Principal | null, now: number): OfferRow | undefined {
  const offer = state.offers.get(id)
  return offer && offer.agentId === agentIdOf(by) && now < offer.expiresAt ? offer : undefined
}
