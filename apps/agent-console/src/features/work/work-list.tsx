import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { useWork } from '../../realtime/work-store.ts'
import { WorkRow } from './work-row.tsx'

interface WorkListProps {
  selectedId: string | undefined
  subjects: MeResponse['subjects']
  onSelect: (id: WorkView['id']) => void
}

export function WorkList({ selectedId, subjects, onSelect }: WorkListProps) {
  const { t } = useTranslation()
  const work = useWork((s) => s.work)
  return (
    <section aria-label={t('work.region')}>
      {work.length === 0 && <p className="px-1 py-2 text-muted">{t('work.emptyList')}</p>}
      <ul className="flex flex-col gap-1">
        {work.map((item) => (
          <WorkRow
            key={item.id}
            work={item}
            subjectName={subjects.find(({ key }) => key === item.subject)?.name ?? item.subject}
            selected={item.id === selectedId}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </section>
  )
}
