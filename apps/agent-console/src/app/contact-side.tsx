import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { Section } from '../components/section.tsx'
import { CustomerPane } from '../features/customer/customer-pane.tsx'
import { EarlierNotes } from '../features/history/earlier-notes.tsx'
import { HistoryList } from '../features/history/history-list.tsx'
import { useWork } from '../realtime/work-store.ts'

interface ContactSideProps {
  me: MeResponse
  selected: WorkView
  subjectName: string
}

/** The customer of one contact, and their past. */
export function ContactSide({ me, selected, subjectName }: ContactSideProps) {
  const { t } = useTranslation()
  const work = useWork((s) => s.work)
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
