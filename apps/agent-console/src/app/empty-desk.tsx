import { BellRing, Lightbulb, ToggleRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../components/actions/use-keys.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { usePresence } from '../realtime/presence-store.ts'

/** No work: says what to do first. */
export function EmptyDesk() {
  const { t } = useTranslation()
  const { text: keys } = useKeys('offer.accept')
  const { dndSince, channels } = usePresence()
  const on = channels.filter(({ intent }) => intent === 'available' && dndSince === null)
  if (on.some(({ channel }) => channel !== 'expert')) {
    return (
      <EmptyState
        icon={<BellRing size={22} aria-hidden="true" />}
        title={t('work.emptyReady')}
        hint={t('work.emptyReadyHint', { keys: keys && t('offer.acceptKeys', { keys }) })}
      />
    )
  }
  return on.length > 0 ? (
    <EmptyState
      icon={<Lightbulb size={22} aria-hidden="true" />}
      title={t('work.emptyExpert')}
      hint={t('work.emptyExpertHint')}
    />
  ) : (
    <EmptyState
      icon={<ToggleRight size={22} aria-hidden="true" />}
      title={t('work.emptyOff')}
      hint={t('work.emptyOffHint')}
    />
  )
}
