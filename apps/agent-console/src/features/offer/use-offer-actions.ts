import type { OfferView } from '@beckon/shared/model/agent-view'
import { useCallback, useState } from 'react'
import { setAnswersHere } from '../../realtime/answering-tab.ts'
import { useCommand } from '../../realtime/use-command.ts'
import type { Elsewhere } from './use-ways-to-answer.ts'

export interface OfferActions {
  /** Undefined while an answer is on its way. */
  accept: ((elsewhere?: Elsewhere) => void) | undefined
  decline: ((reason: string) => void) | undefined
  answering: boolean
}

export interface OfferListener {
  /** Before the command goes out, where this page is to answer: the view may come back sooner than its reply. */
  onAccepting: (offer: OfferView) => void
  onAccepted: (offer: OfferView) => void
  /** The accept came to nothing. */
  onRefused: (offer: OfferView) => void
}

export function useOfferActions(offer: OfferView, { onAccepting, onAccepted, onRefused }: OfferListener): OfferActions {
  const send = useCommand()
  const [answering, setAnswering] = useState(false)
  const accept = useCallback(
    async (elsewhere?: Elsewhere) => {
      setAnswering(true)
      if (elsewhere === undefined) onAccepting(offer)
      const accepted = await send('offer:accept', { offerId: offer.id, ...elsewhere })
      if (accepted?.call !== undefined) setAnswersHere(accepted.call)
      if (accepted !== undefined) return onAccepted(offer)
      setAnswering(false)
      onRefused(offer)
    },
    [send, offer, onAccepting, onAccepted, onRefused],
  )
  const decline = useCallback(
    async (reason: string) => {
      setAnswering(true)
      if ((await send('offer:decline', { offerId: offer.id, reason })) === undefined) setAnswering(false)
    },
    [send, offer],
  )
  if (answering) return { accept: undefined, decline: undefined, answering }
  return { accept: (elsewhere) => void accept(elsewhere), decline: (reason) => void decline(reason), answering }
}
