import type { MediaChannelView } from '@beckon/shared/model/agent-view'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Switch } from '../../components/switch.tsx'
import { usePresenceToggle } from './use-presence-toggle.ts'

/** The choice (switch) and, apart from it, what is in use. A miss replaces the switch by one click back. */
export function ChannelToggle({ view }: { view: MediaChannelView }) {
  const { t } = useTranslation()
  const { set, busy } = usePresenceToggle(view)
  const name = t(`presence.channel.${view.channel}`)
  const missed = view.missed ?? { outcome: 'gone' as const }
  const missedWords = t(`presence.missed.${missed.outcome}`, { name: 'to' in missed ? missed.to : '' })
  const used = { used: view.used, capacity: view.capacity }
  if (view.intent === 'not-responding') {
    return (
      <li className="flex items-center gap-2 rounded-md bg-dnd-soft py-0.5 ps-2 pe-1">
        <TriangleAlert size={16} aria-hidden="true" className="text-dnd" />
        <span className="font-semibold">{name}</span>
        <span role="status" className="text-sm text-dnd">
          {missedWords}
        </span>
        <Button
          small
          look="primary"
          disabled={set === undefined}
          aria-label={t('presence.backLabel', { channel: name })}
          onClick={() => set?.(true)}
        >
          {t('presence.back')}
        </Button>
      </li>
    )
  }
  const on = view.intent === 'available'
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <Switch on={on} busy={busy} label={t('presence.toggle', { channel: name })} onChange={set} />
      <span aria-hidden="true" className={on ? 'font-semibold' : ''}>
        {name}
      </span>
      <span className="text-sm text-muted">
        <span aria-hidden="true">{on || view.used > 0 ? t('presence.used', used) : t('presence.off')}</span>
        <span className="sr-only">{t('presence.inUse', used)}</span>
        {view.presence === 'wrap-up' && <span className="ms-1 text-wrapup">{t('presence.wrapUp')}</span>}
      </span>
    </li>
  )
}
