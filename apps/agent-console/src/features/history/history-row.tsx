import type { HistoryItem } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { shortWhen } from '../../components/time-text.ts'
import { useConnection } from '../../realtime/connection-context.ts'

interface HistoryRowProps {
  item: HistoryItem
  subjectName: string
  dispositionName: string
  onOpen: () => void
}

export function HistoryRow({ item, subjectName, dispositionName, onOpen }: HistoryRowProps) {
  const { t } = useTranslation()
  const connection = useConnection()
  return (
    <li>
      <button
        type="button"
        aria-label={`${t('history.open', { reference: item.reference })}, ${subjectName}, ${dispositionName}`}
        onClick={onOpen}
        className="flex w-full gap-2.5 rounded-md px-2 py-1.5 text-start hover:bg-sunken"
      >
        <span className="mt-0.5 text-muted">
          <ChannelIcon channel={item.channel} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex justify-between gap-2">
            <span className="truncate">
              {subjectName}
              {item.agentName !== null && ` · ${item.agentName}`}
            </span>
            <span className="shrink-0 text-sm text-muted">{shortWhen(item.startedAt, connection.now())}</span>
          </span>
          <span className="block truncate text-sm text-muted">
            {item.endedAt === null ? t('history.stillOpen') : dispositionName}
            {item.messages > 0 && ` · ${t('history.messages', { count: item.messages })}`}
          </span>
          {item.survey !== null && (
            <span className="block truncate text-sm" title={item.survey.text}>
              <span aria-hidden="true">{'★'.repeat(item.survey.score).padEnd(5, '☆')}</span>
              <span className="sr-only">{t('history.survey', { score: item.survey.score })}</span>
              {item.survey.text !== '' && <span className="text-muted"> {item.survey.text}</span>}
            </span>
          )}
        </span>
      </button>
    </li>
  )
}
