import type { OfferView, PageView } from '@beckon/shared/model/agent-view'
import type { Payload } from '@beckon/shared/protocol/commands'
import { useTranslation } from 'react-i18next'
import { timeOfDay } from '../../components/time-text.ts'
import { useConnection } from '../../realtime/connection-context.ts'
import { usePages } from '../../realtime/pages-store.ts'
import { usePresence } from '../../realtime/presence-store.ts'
import { thisDevice } from '../../realtime/this-device.ts'

/** Where and how an offer is answered, when not here and as it was asked for. */
export type Elsewhere = Omit<Payload<'offer:accept'>, 'offerId'>

export interface WayToAnswer {
  key: string
  label: string
  hint: string
  answer: Elsewhere
  /** Another device of the agent's. */
  device?: string
}

/** Of several pages of another device the one opened last: which of them is of no consequence here. */
const isNewestOfIts = (pages: readonly PageView[]) => (page: PageView) =>
  page.deviceId === thisDevice ||
  page.deviceId === null ||
  pages.findLast(({ deviceId }) => deviceId === page.deviceId) === page

/** Every other way to answer an offer: on another channel, or, a call, on another device or page of the agent's [OF13, OF14]. */
export function useWaysToAnswer({ channel, answerOn }: OfferView): WayToAnswer[] {
  const { t } = useTranslation()
  const here = useConnection().tabId
  const pages = usePages((s) => s.pages)
  const devices = usePresence((s) => s.devices)
  const others = channel === 'voice' ? pages.filter(({ id, soundReady }) => id !== here && soundReady) : []
  const nameOf = (page: PageView) =>
    page.deviceId !== thisDevice && devices.find(({ deviceId }) => deviceId === page.deviceId)?.nickname
  return [
    ...others.filter(isNewestOfIts(others)).map((page) => {
      const device = nameOf(page)
      return {
        key: page.id,
        label: device ? t('offer.onDevice', { device }) : t(`offer.onPage.${page.device}`),
        hint: t('offer.onPageHint', { time: timeOfDay(page.openedAt) }),
        answer: { tabId: page.id },
        ...(device && { device }),
      }
    }),
    ...answerOn.map((other) => ({
      key: other,
      label: t(other === 'chat' ? 'offer.inWriting' : 'offer.byVoice'),
      hint: t(other === 'chat' ? 'offer.inWritingHint' : 'offer.byVoiceHint'),
      answer: { channel: other },
    })),
  ]
}
