import type { OfferView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { clockText, fractionLeft, secondsLeft } from '@beckon/shared/rules/countdown'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { CountdownRing } from '../../components/countdown-ring.tsx'
import { DueWord } from '../../components/due-word.tsx'
import { TrustChip } from '../../components/trust-chip.tsx'
import { useClock } from '../../realtime/use-clock.ts'
import { OfferAnswers } from './offer-answers.tsx'
import { OfferFacts } from './offer-facts.tsx'
import { useAnnouncement } from './use-announcement.ts'
import { type OfferListener, useOfferActions } from './use-offer-actions.ts'
import { useOfferShown } from './use-offer-shown.ts'
import { WhyMe } from './why-me.tsx'

interface OfferCardProps extends OfferListener {
  offer: OfferView
  /** The first card takes the shortcut. */
  first: boolean
  /** It rings on another device of the agent's, and here it is only seen. */
  quiet: boolean
  declineReasons: MeResponse['declineReasons']
  subjectName: string
  /** It rings or a notification is up, so a hidden tab counts as shown. */
  noticed: boolean
}

export function OfferCard({ offer, first, quiet, declineReasons, subjectName, noticed, ...listener }: OfferCardProps) {
  const { t } = useTranslation()
  const card = useRef<HTMLElement>(null)
  const nobody = offer.task === null ? t('offer.visitor') : t('task.title')
  const name = offer.customer.name === '' ? nobody : offer.customer.name
  const seconds = useClock((now) => secondsLeft(offer.expiresAt, now))
  const fraction = useClock((now) => Math.round(fractionLeft(offer.madeAt, offer.expiresAt, now) * 200) / 200)
  const waited = useClock((now) => clockText(now - offer.enqueuedAt))
  const { accept, decline, answering } = useOfferActions(offer, listener)
  const words = useAnnouncement(offer, seconds, name, quiet)
  useOfferShown(answering || quiet ? undefined : offer.id, card, noticed)
  const channel = t(`presence.channel.${offer.channel}`)
  return (
    <article
      ref={card}
      aria-label={t('offer.title', { channel, name, subject: subjectName })}
      className={`rounded-lg bg-surface p-3 ${quiet ? 'border border-line-strong' : 'pop-in border-2 border-accent shadow-(--shadow)'}`}
    >
      <div className="flex items-start gap-3">
        <CountdownRing fraction={fraction} seconds={seconds} label={t('offer.timer')} urgent={!quiet && seconds <= 5} />
        <div className="min-w-0 flex-1">
          <h2 className="flex items-center gap-1.5 text-lg font-semibold">
            <ChannelIcon channel={offer.channel} />
            <span className="line-clamp-2 wrap-anywhere">
              {name} · {subjectName}
            </span>
          </h2>
          <p className="text-sm text-muted">
            {channel} · {t('offer.waited', { time: waited })}
          </p>
          <p className="mt-1 flex flex-wrap gap-1.5">
            {offer.task === null ? (
              <TrustChip
                customer={offer.customer}
                words={{ yes: t('offer.identified'), no: t('offer.notIdentified') }}
              />
            ) : (
              <DueWord at={offer.task.dueAt} />
            )}
          </p>
        </div>
      </div>
      <OfferFacts offer={offer} />
      <WhyMe offer={offer} />
      <OfferAnswers {...{ offer, first, quiet, declineReasons, accept, decline, answering }} />
      <p role="status" aria-live="polite" className="sr-only">
        {words}
      </p>
    </article>
  )
}
