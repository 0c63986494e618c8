import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state.tsx'
import { ContactSide } from './contact-later.tsx'

interface CustomerSideProps {
  me: MeResponse
  selected: WorkView | undefined
  subjectName: string
}

/** Who is being talked to; before anybody is, what will be here. */
export function CustomerSide({ me, selected, subjectName }: CustomerSideProps) {
  const { t } = useTranslation()
  if (selected === undefined) {
    return (
      <EmptyState
        icon={<User size={22} aria-hidden="true" />}
        title={t('customer.noneTitle')}
        hint={t('customer.none')}
      />
    )
  }
  if (selected.task !== null) {
    const { name, segment } = selected.customer
    return (
      <EmptyState
        icon={<User size={22} aria-hidden="true" />}
        title={name === '' ? t('task.ofNobody') : [name, segment].filter(Boolean).join(' · ')}
        hint={t(name === '' ? 'task.ofNobodyHint' : 'task.customerThen')}
      />
    )
  }
  return <ContactSide me={me} selected={selected} subjectName={subjectName} />
}
