import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { Section } from '../../components/section.tsx'
import { useWork } from '../../realtime/work-store.ts'

/** Everything else that is open with this customer now: the agent's own, another's, or waiting. */
export function Alongside({ work, subjects }: { work: WorkView; subjects: MeResponse['subjects'] }) {
  const { t } = useTranslation()
  const own = useWork(
    useShallow((s) => s.work.filter(({ id, dialogueId }) => dialogueId === work.dialogueId && id !== work.id)),
  )
  const mine = own.map(({ id, channel, subject, status }) => ({
    id,
    channel,
    subject,
    words: status === 'wrap-up' ? t('presence.wrapUp') : t('customer.withYou'),
  }))
  // What the agent has just accepted may still be told as somebody's who waits.
  const known = new Set([work.id, ...own.map(({ id }) => id)])
  const others = work.alongside
    .filter(({ id }) => !known.has(id))
    .map(({ id, channel, subject, agentName }) => ({
      id,
      channel,
      subject,
      words: agentName === null ? t('customer.waiting') : t('customer.withAgent', { name: agentName }),
    }))
  const all = [...mine, ...others]
  if (all.length === 0) return null
  return (
    <Section title={t('customer.alongside')} count={all.length}>
      <ul className="flex flex-col gap-1 text-sm">
        {all.map(({ id, channel, subject, words }) => (
          <li key={id} className="flex items-center gap-2">
            <ChannelIcon channel={channel} size={14} />
            <span className="min-w-0 flex-1 truncate">
              {t(`presence.channel.${channel}`)} · {subjects.find(({ key }) => key === subject)?.name ?? subject}
            </span>
            <span className="text-muted">{words}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
