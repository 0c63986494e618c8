import type { TaskView, WorkView } from '@beckon/shared/model/agent-view'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { DueWord } from '../../components/due-word.tsx'
import { useCommand } from '../../realtime/use-command.ts'
import { useConnection } from '../../realtime/connection-context.ts'

const hour = 3_600_000
/** How long a task may be put off with one click, milliseconds. */
const waits = { hour, afternoon: 4 * hour, day: 24 * hour, week: 168 * hour } as const

/** What is to be done, and the ways to leave it undone for now [TA5]. */
export function TaskCard({ work, task }: { work: WorkView; task: TaskView }) {
  const { t } = useTranslation()
  const send = useCommand()
  const connection = useConnection()
  const at = { interactionId: work.id, fence: work.fence }
  const putOff = (key: string) => {
    const [, wait] = Object.entries(waits).find(([each]) => each === key) ?? []
    if (wait !== undefined) void send('task:park', { ...at, until: Math.round(connection.now()) + wait })
  }
  return (
    <section aria-label={t('task.region')} className="mx-4 mt-3 rounded-lg border border-line bg-surface p-3">
      <p dir="auto" className="whitespace-pre-wrap">
        {task.text}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>{t('task.by', { name: task.by })}</span>
        <DueWord at={task.dueAt} />
        {work.status === 'assigned' && (
          <span className="ms-auto flex gap-1">
            <Button small onClick={() => void send('task:park', at)}>
              {t('task.putBack')}
            </Button>
            <MenuButton
              small
              alignEnd
              label={t('task.putOff')}
              menuLabel={t('task.putOffFor')}
              items={Object.keys(waits).map((key) => ({ key, label: t(`task.wait.${key as keyof typeof waits}`) }))}
              onChoose={putOff}
            />
          </span>
        )}
      </div>
    </section>
  )
}
