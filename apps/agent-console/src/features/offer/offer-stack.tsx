import type { MediaChannelView, OfferView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { BellRing, VolumeOff } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { useOffers } from '../../realtime/offer-store.ts'
import { useVoiceHere } from '../../realtime/presence-store.ts'
import { OfferCard } from './offer-card.tsx'
import { useDesktopAlert } from './use-desktop-alert.ts'
import { useDocumentHidden } from './use-document-hidden.ts'
import { useOfferTitle } from './use-offer-title.ts'
import type { OfferListener } from './use-offer-actions.ts'
import { useRing } from './use-ring.ts'

interface OfferStackProps extends OfferListener {
  me: MeResponse
}

/** A call rings on the devices whose voice is available; who has none at all is asked on every page [OF15]. */
const ringsHere = (voice: MediaChannelView | undefined): boolean =>
  voice === undefined || (voice.intent === 'available' && voice.deviceReady)

/** All ringing offers, with their sound, notification and title. Takes no room and no focus when there is none. */
export function OfferStack({ me, ...listener }: OfferStackProps) {
  const { t } = useTranslation()
  const offers = useOffers((s) => s.offers)
  const hidden = useDocumentHidden()
  const voice = useVoiceHere()
  const rings = ({ channel }: OfferView) => channel !== 'voice' || ringsHere(voice)
  const first = offers.find(rings)
  const { audible, unblock } = useRing(first !== undefined)
  const subjectName = (key: string) => me.subjects.find((subject) => subject.key === key)?.name ?? key
  const name = first === undefined || first.customer.name === '' ? t('offer.visitor') : first.customer.name
  const told = first && {
    channel: t(`presence.channel.${first.channel}`),
    name,
    subject: subjectName(first.subject),
  }
  const alert = told && { id: first.id, title: t('offer.title', told), body: t('offer.notifyBody') }
  const stack = useRef<HTMLElement>(null)
  const { shown, ask } = useDesktopAlert(alert, () => stack.current?.querySelector('button')?.focus())
  useOfferTitle(told && { ...told, expiresAt: first.expiresAt }, hidden)
  const noticed = hidden && (shown || audible)
  return (
    <section ref={stack} aria-label={t('offer.region')} className="flex flex-col gap-2 empty:hidden">
      {[...offers.filter(rings), ...offers.filter((offer) => !rings(offer))].map((offer, index) => (
        <OfferCard
          key={offer.id}
          offer={offer}
          first={index === 0}
          quiet={!rings(offer)}
          declineReasons={me.declineReasons}
          subjectName={subjectName(offer.subject)}
          noticed={noticed}
          {...listener}
        />
      ))}
      {first !== undefined && unblock !== undefined && (
        <Button small onClick={unblock}>
          <VolumeOff size={14} aria-hidden="true" />
          {t('offer.soundBlocked')}
        </Button>
      )}
      {first !== undefined && ask !== undefined && (
        <Button small look="quiet" onClick={ask}>
          <BellRing size={14} aria-hidden="true" />
          {t('offer.notify')}
        </Button>
      )}
    </section>
  )
}
