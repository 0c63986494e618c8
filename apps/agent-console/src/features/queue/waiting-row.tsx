import type { WaitingView } from '@beckon/shared/model/agent-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { Chip } from '../../components/chip.tsx'
import { timeOfDay } from '../../components/time-text.ts'
import { useClock } from '../../realtime/use-clock.ts'

interface WaitingRowProps {
  contact: WaitingView
  subjectName: string
  /** Undefined: not now. */
  onPick: (() => void) | undefined
}

export function WaitingRow({ contact, subjectName, onPick }: WaitingRowProps) {
  const { t } = useTranslation()
  const waited = useClock((now) => clockText(now - contact.enqueuedAt))
  const late = useClock((now) => contact.agreementAt !== null && now >= contact.agreementAt)
  return (
    <li className="flex items-center gap-2.5 rounded-md border border-line bg-surface px-3 py-2">
      <ChannelIcon channel={contact.channel} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{subjectName}</span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {t('queue.waited', { time: waited })}
          {contact.value > 0 && <Chip>{t('queue.worth', { n: contact.value })}</Chip>}
          {contact.agreementAt !== null && (
            <Chip tone={late ? 'partial' : 'neutral'}>
              {t(late ? 'queue.late' : 'queue.promised', { time: timeOfDay(contact.agreementAt) })}
            </Chip>
          )}
        </span>
      </span>
      <Button
        small
        disabled={onPick === undefined}
        onClick={onPick}
        aria-label={t('queue.pickLabel', {
          channel: t(`presence.channel.${contact.channel}`),
          subject: subjectName,
        })}
      >
        {t('queue.pick')}
      </Button>
    </li>
  )
}
