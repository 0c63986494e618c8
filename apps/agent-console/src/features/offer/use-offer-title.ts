import { secondsLeft } from '@beckon/shared/rules/countdown'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '../../realtime/use-clock.ts'

interface TitleOffer {
  name: string
  subject: string
  expiresAt: number
}

/** The tab's title tells of a ringing offer, so that a hidden tab can be found; plain again afterwards. */
export function useOfferTitle(offer: TitleOffer | undefined): void {
  const { t } = useTranslation()
  const seconds = useClock((now) => (offer === undefined ? 0 : secondsLeft(offer.expiresAt, now)))
  const title =
    offer === undefined ? t('app.name') : t('offer.tabTitle', { seconds, name: offer.name, subject: offer.subject })
  useEffect(() => {
    document.title = title
  }, [title])
}
