import type { OfferView } from '@beckon/shared/model/agent-view'
import { create } from 'zustand'

/** Offers made to this agent, the one that ends first in front. */
export const useOffers = create<{ offers: OfferView[] }>()(() => ({ offers: [] }))

export const setOffers = (offers: readonly OfferView[]) =>
  useOffers.setState({ offers: offers.toSorted((a, b) => a.expiresAt - b.expiresAt) })
