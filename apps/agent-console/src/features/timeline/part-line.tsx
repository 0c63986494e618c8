import type { HistoryItem } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { ChannelIcon } from '../../components/channel-icon.tsx'

interface PartLineProps {
  item: HistoryItem
  subjectName: string
}

/** Heads an earlier interaction. */
export function PartLine({ item, subjectName }: PartLineProps) {
  const { t } = useTranslation()
  const channel = t(`presence.channel.${item.channel}`)
  return (
    <p className="flex items-center gap-2 rounded-md bg-ground px-3 py-1.5 text-sm">
      <ChannelIcon channel={item.channel} size={14} />
      <span className="font-medium">
        {t('timeline.part', { channel, subject: subjectName, reference: item.reference })}
      </span>
      <span className="text-muted">
        {item.agentName === null ? t('timeline.partUnanswered') : t('timeline.partWith', { name: item.agentName })}
      </span>
    </p>
  )
}
