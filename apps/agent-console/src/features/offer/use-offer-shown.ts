import type { OfferId } from '@beckon/shared/model/ids'
import { type RefObject, useEffect, useRef } from 'react'
import { useConnection } from '../../realtime/connection-context.ts'

/**
 * Tells the server once that the offer reached the agent: the card is inside the visible screen, or, in a hidden tab,
 * `noticed` (it rings or a notification is up). What nobody could notice stays undelivered and moves on; an answer on its
 * way (`offerId` is undefined) says more than this.
 */
export function useOfferShown(
  offerId: OfferId | undefined,
  card: RefObject<HTMLElement | null>,
  noticed: boolean,
): void {
  const connection = useConnection()
  const told = useRef<OfferId>(undefined)
  useEffect(() => {
    const tell = () => {
      if (offerId === undefined || told.current === offerId) return
      told.current = offerId
      // A refusal means that the offer ended meanwhile; the next view takes the card away.
      void connection.send('offer:shown', { offerId })
    }
    if (noticed) tell()
    const element = card.current
    if (element === null) return
    const observer = new IntersectionObserver((seen) => {
      if (seen.some((each) => each.isIntersecting) && document.visibilityState === 'visible') tell()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [connection, offerId, card, noticed])
}
