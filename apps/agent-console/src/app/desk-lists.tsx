import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../components/actions/use-acts.ts'
import { Button } from '../components/button.tsx'
import { Tabs } from '../components/tabs.tsx'
import type { PickListener } from '../features/queue/use-pick.ts'
import { Workbin } from '../features/queue/workbin.tsx'
import { WorkList } from '../features/work/work-list.tsx'
import { useWorkbin } from '../realtime/visible-store.ts'
import { useWork } from '../realtime/work-store.ts'
import { HistoryList } from './contact-later.tsx'

const NewTaskDialog = lazy(async () => ({
  default: (await import('../features/task/new-task-dialog.tsx')).NewTaskDialog,
}))

interface DeskListsProps extends PickListener {
  me: MeResponse
  selected: WorkView | undefined
  /** Whether the chosen one is on the screen. */
  shown: boolean
  onSelect: (id: WorkView['id']) => void
}

export function DeskLists({ me, selected, shown, onSelect, ...listener }: DeskListsProps) {
  const { t } = useTranslation()
  const [chosen, setList] = useState<'work' | 'workbin' | 'history'>('work')
  const [adding, setAdding] = useState(false)
  const count = useWork((s) => s.work.length)
  const workbin = useWorkbin((s) => s.workbin)
  useActs([{ id: 'task.new', group: 'work', label: t('task.new'), run: () => setAdding(true) }])
  const list = chosen === 'workbin' && workbin === null ? 'work' : chosen
  const tabs = [
    { key: 'work' as const, label: t('app.myWork'), count },
    ...(workbin === null
      ? []
      : [{ key: 'workbin' as const, label: t('task.workbin'), count: workbin.contacts.length + workbin.more }]),
    { key: 'history' as const, label: t('app.myHistory') },
  ]
  const labels = { work: t('app.myWork'), workbin: t('task.workbin'), history: t('app.myHistory') }
  return (
    <div className="flex flex-col gap-2">
      <Tabs label={t('app.deskLists')} tabs={tabs} chosen={list} panelId="desk-list" onChoose={setList} />
      <div id="desk-list" role="tabpanel" aria-label={labels[list]}>
        {list === 'work' && (
          <WorkList selectedId={shown ? selected?.id : undefined} subjects={me.subjects} onSelect={onSelect} />
        )}
        {list === 'workbin' && (
          <div className="flex flex-col gap-2">
            <Workbin subjects={me.subjects} {...listener} />
            <Button small className="self-start" onClick={() => setAdding(true)}>
              <Plus size={14} aria-hidden="true" />
              {t('task.new')}
            </Button>
          </div>
        )}
        {list === 'history' && (
          <section aria-label={t('history.mine')} className="px-3">
            <HistoryList of="mine" me={me} empty={t('history.emptyMine')} />
          </section>
        )}
      </div>
      {adding && (
        <Suspense>
          <NewTaskDialog subjects={me.subjects} about={selected} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  )
}
