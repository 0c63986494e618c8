import type { OfferView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { clockText, fractionLeft, secondsLeft } from '@beckon/shared/rules/countdown'
import { ChevronDown } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction, useActs } from '../../components/actions/use-acts.ts'
import { useKeys } from '../../components/actions/use-keys.ts'
import { Button } from '../../components/button.tsx'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { CountdownRing } from '../../components/countdown-ring.tsx'
import { DueWord } from '../../components/due-word.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { TrustChip } from '../../components/trust-chip.tsx'
import { useClock } from '../../realtime/use-clock.ts'
import { OfferFacts } from './offer-facts.tsx'
import { useAnnouncement } from './use-announcement.ts'
import { type OfferListener, useOfferActions } from './use-offer-actions.ts'
import { useOfferShown } from './use-offer-shown.ts'
import { type Elsewhere, useWaysToAnswer, type WayToAnswer } from './use-ways-to-answer.ts'
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

const actOf = ({ key, label, answer }: WayToAnswer, accept: (elsewhere: Elsewhere) => void) => ({
  id: `offer.elsewhere ${key}`,
  group: 'offer' as const,
  label,
  run: () => accept(answer),
})

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
  const keys = useKeys('offer.accept')
  const ways = useWaysToAnswer(offer)
  const there = quiet ? ways.find(({ device }) => device !== undefined) : undefined
  const others = ways.filter((way) => way !== there)
  useAction('offer.accept', first && accept ? () => accept() : undefined)
  useActs(first && accept ? ways.map((way) => actOf(way, accept)) : [])
  useActs(
    first && decline !== undefined
      ? declineReasons.map(({ key, name: reason }) => ({
          id: `offer.decline ${key}`,
          group: 'offer' as const,
          label: t('palette.decline', { reason }),
          run: () => decline(key),
        }))
      : [],
  )
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
      {there?.device !== undefined && (
        <div className="mt-3 flex flex-col gap-2">
          <p className="text-sm text-muted">{t('offer.ringsOn', { device: there.device })}</p>
          <Button
            look="primary"
            className="min-h-9"
            disabled={accept === undefined}
            onClick={() => accept?.(there.answer)}
          >
            <span className="truncate">{there.label}</span>
          </Button>
        </div>
      )}
      <div className="relative mt-3 flex items-center justify-between gap-1">
        <Button
          look={there === undefined ? 'primary' : 'plain'}
          className="min-h-9 flex-1"
          disabled={accept === undefined}
          onClick={() => accept?.()}
          {...(first && keys.props(t('offer.accept')))}
        >
          {answering ? t('offer.accepting') : t(there === undefined ? 'offer.accept' : 'offer.acceptHere')}
          {first && keys.text !== '' && <Kbd keys={keys.text} />}
        </Button>
        {others.length > 0 && (
          <MenuButton
            look="quiet"
            small
            wide
            disabled={accept === undefined}
            aria-label={t('offer.elsewhere')}
            label={<ChevronDown size={16} aria-hidden="true" />}
            menuLabel={t('offer.elsewhere')}
            items={others}
            onChoose={(chosen) => accept?.(ways.find(({ key }) => key === chosen)?.answer)}
          />
        )}
        <MenuButton
          look="quiet"
          small
          wide
          disabled={decline === undefined}
          label={
            <>
              {t('offer.decline')}
              <ChevronDown size={14} aria-hidden="true" />
            </>
          }
          menuLabel={t('offer.declineWhy')}
          items={declineReasons.map(({ key, name: label }) => ({ key, label }))}
          onChoose={(reason) => decline?.(reason)}
        />
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {words}
      </p>
    </article>
  )
}
