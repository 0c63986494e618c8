import { secondsLeft } from '@beckon/shared/rules/countdown'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '../../realtime/use-clock.ts'

interface TitleOffer {
  channel: string
  name: string
  subject: string
  expiresAt: number
}

/** The tab's title tells of a ringing offer, and in a hidden tab it alternates to be found; plain again afterwards. */
export function useOfferTitle(offer: TitleOffer | undefined, hidden: boolean): void {
  const { t } = useTranslation()
  const seconds = useClock((now) => (offer === undefined ? 0 : secondsLeft(offer.expiresAt, now)))
  const flash = hidden && seconds % 2 === 1
  const title =
    offer === undefined
      ? t('app.name')
      : flash
        ? t('offer.tabFlash', { channel: offer.channel })
        : t('offer.tabTitle', { seconds, name: offer.name, subject: offer.subject })
  useEffect(() => {
    document.title = title
  }, [title])
}
