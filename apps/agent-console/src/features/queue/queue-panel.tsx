import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { useAction } from '../../components/actions/use-acts.ts'
import { useVisible } from '../../realtime/visible-store.ts'
import { type PickListener, usePick } from './use-pick.ts'
import { WaitingRow } from './waiting-row.tsx'

interface QueuePanelProps extends PickListener {
  subjects: MeResponse['subjects']
}

/** Who waits where agents pick for themselves; not there for whoever serves no such queue. */
export function QueuePanel({ subjects, ...listener }: QueuePanelProps) {
  const { t } = useTranslation()
  const visible = useVisible((s) => s.visible)
  const pickOf = usePick(listener)
  const [first] = visible?.contacts ?? []
  useAction('queue.pick', first && pickOf(first))
  if (visible === null) return null
  const { contacts, more } = visible
  return (
    <section aria-label={t('queue.region')}>
      <h2 className="mb-1.5 flex justify-between px-1 text-sm font-semibold text-muted">
        {t('queue.region')}
        <span>{contacts.length + more}</span>
      </h2>
      {contacts.length === 0 && <p className="px-1 pb-1 text-muted">{t('queue.empty')}</p>}
      <ul className="flex flex-col gap-1">
        {contacts.map((contact) => (
          <WaitingRow
            key={contact.id}
            contact={contact}
            subjectName={subjects.find(({ key }) => key === contact.subject)?.name ?? contact.subject}
            onPick={pickOf(contact)}
          />
        ))}
      </ul>
      {more > 0 && <p className="px-1 pt-1 text-sm text-muted">{t('queue.more', { n: more })}</p>}
    </section>
  )
}
