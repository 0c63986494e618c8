import type { OfferView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAction, useActs } from '../../components/actions/use-acts.ts'
import { useKeys } from '../../components/actions/use-keys.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { useVoiceObstacle } from '../../realtime/voice-obstacle.ts'
import type { OfferActions } from './use-offer-actions.ts'
import { type Elsewhere, useWaysToAnswer, type WayToAnswer } from './use-ways-to-answer.ts'

interface OfferAnswersProps extends OfferActions {
  offer: OfferView
  /** Its acts take the shortcuts. */
  first: boolean
  /** It rings on another device of the agent's. */
  quiet: boolean
  declineReasons: MeResponse['declineReasons']
}

const actOf = ({ key, label, answer }: WayToAnswer, accept: (elsewhere: Elsewhere) => void) => ({
  id: `offer.elsewhere ${key}`,
  group: 'offer' as const,
  label,
  run: () => accept(answer),
})

/** Accept, here or where it rings; any other way; decline, with a reason. */
export function OfferAnswers({ offer, first, quiet, declineReasons, accept, decline, answering }: OfferAnswersProps) {
  const { t } = useTranslation()
  const keys = useKeys('offer.accept')
  const ways = useWaysToAnswer(offer)
  const there = quiet ? ways.find(({ device }) => device !== undefined) : undefined
  const others = ways.filter((way) => way !== there)
  const obstacle = useVoiceObstacle()
  // A device without sound takes no call from one that has it.
  const onlyThere = there !== undefined && obstacle !== undefined && obstacle !== 'unchecked'
  useAction('offer.accept', first && accept ? () => accept(onlyThere ? there.answer : undefined) : undefined)
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
  const label = t(there === undefined ? 'offer.accept' : 'offer.acceptHere')
  return (
    <>
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
      <div className={`relative mt-3 flex items-center gap-1 ${onlyThere ? 'justify-end' : 'justify-between'}`}>
        {!onlyThere && (
          <Button
            look={there === undefined ? 'primary' : 'plain'}
            className="min-h-9 flex-1"
            disabled={accept === undefined}
            onClick={() => accept?.()}
            {...(first && keys.props(label))}
          >
            {answering ? t('offer.accepting') : label}
            {first && keys.text !== '' && <Kbd keys={keys.text} />}
          </Button>
        )}
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
            onChoose={(chosen) => accept?.(others.find(({ key }) => key === chosen)?.answer)}
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
          items={declineReasons.map(({ key, name }) => ({ key, label: name }))}
          onChoose={(reason) => decline?.(reason)}
        />
      </div>
    </>
  )
}
