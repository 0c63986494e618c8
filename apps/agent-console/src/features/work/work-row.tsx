import type { WorkView } from '@beckon/shared/model/agent-view'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../components/chip.tsx'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { useWorkLine } from './use-work-line.ts'

interface WorkRowProps {
  work: WorkView
  subjectName: string
  selected: boolean
  onSelect: (id: WorkView['id']) => void
}

const clockTone = { waiting: 'text-partial', 'wrap-up': 'text-wrapup', since: 'text-muted' } as const

export function WorkRow({ work, subjectName, selected, onSelect }: WorkRowProps) {
  const { t } = useTranslation()
  const { lastText, typing, unread, clock } = useWorkLine(work, selected)
  const visitor = work.task === null ? t('offer.visitor') : t('task.title')
  const name = work.customer.name === '' ? visitor : work.customer.name
  const last = work.task?.text ?? lastText ?? t('work.noText')
  const told = work.call !== null ? t(`work.call.${work.call.state}`) : last
  const said = typing ? t('work.typing') : told
  const clockWords =
    clock.kind === 'waiting'
      ? t('work.waiting', { time: clock.text })
      : clock.kind === 'wrap-up'
        ? t('work.wrapUp', { time: clock.text })
        : clock.text
  const tone =
    work.status === 'wrap-up' ? 'text-wrapup' : work.customerPresence === 'here' ? 'text-available' : 'text-offline'
  return (
    <li>
      <button
        type="button"
        aria-current={selected}
        onClick={() => onSelect(work.id)}
        className={`flex w-full gap-2.5 rounded-md border px-3 py-2.5 text-start transition-colors ${selected ? 'border-line bg-surface' : 'border-transparent hover:bg-sunken'}`}
      >
        <span className={`mt-0.5 ${tone}`}>
          <ChannelIcon channel={work.channel} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className={`truncate ${selected || unread > 0 ? 'font-semibold' : ''}`}>{name}</span>
            <span className={`shrink-0 text-sm ${clockTone[clock.kind]}`}>{clockWords}</span>
          </span>
          {work.silence !== 'short' && work.status === 'assigned' && (
            <span className="text-sm text-muted">
              <Chip tone={work.silence === 'warned' ? 'partial' : 'neutral'}>{t(`work.silence.${work.silence}`)}</Chip>
            </span>
          )}
          <span className="flex items-center justify-between gap-2 text-sm text-muted">
            <span className="truncate">
              {subjectName} · {said}
            </span>
            {unread > 0 && (
              <span className="shrink-0 rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink">
                {unread}
                <span className="sr-only"> {t('work.unreadWord')}</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  )
}
