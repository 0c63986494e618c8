import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/section.tsx'
import { CustomerPane } from '../features/customer/customer-pane.tsx'
import { EarlierNotes } from '../features/history/earlier-notes.tsx'
import { HistoryList } from '../features/history/history-list.tsx'
import { useWork } from '../realtime/work-store.ts'

interface CustomerSideProps {
  me: MeResponse
  selected: WorkView | undefined
  subjectName: string
}

/** Who is being talked to, and their past. */
export function CustomerSide({ me, selected, subjectName }: CustomerSideProps) {
  const { t } = useTranslation()
  const work = useWork((s) => s.work)
  if (selected === undefined) {
    return (
      <EmptyState
        icon={<User size={22} aria-hidden="true" />}
        title={t('customer.noneTitle')}
        hint={t('customer.none')}
      />
    )
  }
  return (
    <CustomerPane work={selected} subjectName={subjectName} siteName={me.site.name} subjects={me.subjects}>
      <EarlierNotes key={`notes ${selected.id}`} interactionId={selected.id} />
      <Section title={t('history.title')}>
        <HistoryList
          key={selected.id}
          of={{ interactionId: selected.id }}
          hide={work.map(({ id }) => id)}
          me={me}
          empty={t('history.empty')}
        />
      </Section>
    </CustomerPane>
  )
}
