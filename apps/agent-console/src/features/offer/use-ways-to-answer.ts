import type { OfferView } from '@beckon/shared/model/agent-view'
import type { Payload } from '@beckon/shared/protocol/commands'
import { useTranslation } from 'react-i18next'
import { timeOfDay } from '../../components/time-text.ts'
import { useConnection } from '../../realtime/connection-context.ts'
import { usePages } from '../../realtime/pages-store.ts'

/** Where and how an offer is answered, when not here and as it was asked for. */
export type Elsewhere = Omit<Payload<'offer:accept'>, 'offerId'>

export interface WayToAnswer {
  key: string
  label: string
  hint: string
  answer: Elsewhere
}

/** Every other way to answer an offer: on another channel, or, a call, on another page of the agent's [OF13, OF14]. */
export function useWaysToAnswer({ channel, answerOn }: OfferView): WayToAnswer[] {
  const { t } = useTranslation()
  const here = useConnection().tabId
  const pages = usePages((s) => s.pages)
  const others = channel === 'voice' ? pages.filter(({ id, soundReady }) => id !== here && soundReady) : []
  return [
    ...others.map(({ id, device, openedAt }) => ({
      key: id,
      label: t(`offer.onPage.${device}`),
      hint: t('offer.onPageHint', { time: timeOfDay(openedAt) }),
      answer: { tabId: id },
    })),
    ...answerOn.map((other) => ({
      key: other,
      label: t(other === 'chat' ? 'offer.inWriting' : 'offer.byVoice'),
      hint: t(other === 'chat' ? 'offer.inWritingHint' : 'offer.byVoiceHint'),
      answer: { channel: other },
    })),
  ]
}
