import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../components/tabs.tsx'
import { WorkList } from '../features/work/work-list.tsx'
import { useWork } from '../realtime/work-store.ts'
import { HistoryList } from './contact-later.ts'
import { Skeleton } from './skeleton.tsx'

interface DeskListsProps {
  me: MeResponse
  selectedId: string | undefined
  onSelect: (id: WorkView['id']) => void
}

export function DeskLists({ me, selectedId, onSelect }: DeskListsProps) {
  const { t } = useTranslation()
  const [list, setList] = useState<'work' | 'history'>('work')
  const count = useWork((s) => s.work.length)
  const tabs = [
    { key: 'work' as const, label: t('app.myWork'), count },
    { key: 'history' as const, label: t('app.myHistory') },
  ]
  return (
    <div className="flex flex-col gap-2">
      <Tabs label={t('app.deskLists')} tabs={tabs} chosen={list} panelId="desk-list" onChoose={setList} />
      <div id="desk-list" role="tabpanel" aria-label={list === 'work' ? t('app.myWork') : t('app.myHistory')}>
        {list === 'work' ? (
          <WorkList selectedId={selectedId} subjects={me.subjects} onSelect={onSelect} />
        ) : (
          <section aria-label={t('history.mine')} className="px-3">
            <Suspense fallback={<Skeleton />}>
              <HistoryList of="mine" me={me} empty={t('history.emptyMine')} />
            </Suspense>
          </section>
        )}
      </div>
    </div>
  )
}
