import type { ParkedView, WaitingView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { DueWord } from '../../components/due-word.tsx'
import { shortWhen } from '../../components/time-text.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { useWorkbin } from '../../realtime/visible-store.ts'
import { type PickListener, usePick } from './use-pick.ts'

interface WorkbinProps extends PickListener {
  subjects: MeResponse['subjects']
}

/** Tasks that nobody has, to take one from, and those this agent put off [TA4, TA5]. */
export function Workbin({ subjects, ...listener }: WorkbinProps) {
  const { t } = useTranslation()
  const { contacts, more, parked } = useWorkbin((s) => s.workbin) ?? { contacts: [], more: 0, parked: [] }
  const pickOf = usePick(listener)
  const subjectName = (key: string) => subjects.find((subject) => subject.key === key)?.name ?? key
  return (
    <section aria-label={t('task.workbin')}>
      {contacts.length === 0 && parked.length === 0 && <p className="px-1 py-2 text-muted">{t('task.empty')}</p>}
      <ul className="flex flex-col gap-1">
        {contacts.map((task) => (
          <TaskRow key={task.id} task={task} subject={subjectName(task.subject)} onTake={pickOf(task)} />
        ))}
        {parked.map((task) => (
          <ParkedRow
            key={task.id}
            task={task}
            subject={subjectName(task.subject)}
            onTake={pickOf({ id: task.id, channel: 'task' })}
          />
        ))}
      </ul>
      {more > 0 && <p className="px-1 pt-1 text-sm text-muted">{t('queue.more', { n: more })}</p>}
    </section>
  )
}

interface TaskRowProps<Task> {
  task: Task
  subject: string
  /** Undefined: not now. */
  onTake: (() => void) | undefined
}

function TaskRow({ task, subject, onTake }: TaskRowProps<WaitingView>) {
  const { t } = useTranslation()
  return (
    <li className="flex items-center gap-2.5 rounded-md border border-line bg-surface px-3 py-2">
      <span className="min-w-0 flex-1">
        <span dir="auto" className="line-clamp-2">
          {task.task}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {subject}
          <DueWord at={task.agreementAt} />
        </span>
      </span>
      <Button
        small
        disabled={onTake === undefined}
        aria-label={t('task.takeLabel', { task: task.task ?? '' })}
        onClick={onTake}
      >
        {t('task.take')}
      </Button>
    </li>
  )
}

function ParkedRow({ task, subject, onTake }: TaskRowProps<ParkedView>) {
  const { t } = useTranslation()
  const back = useClock((now) => shortWhen(task.until, now))
  return (
    <li className="flex items-center gap-2.5 rounded-md border border-dashed border-line px-3 py-2">
      <span className="min-w-0 flex-1">
        <span dir="auto" className="line-clamp-2">
          {task.task}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {subject} <Chip>{t('task.back', { time: back })}</Chip>
        </span>
      </span>
      <Button
        small
        disabled={onTake === undefined}
        aria-label={t('task.nowLabel', { task: task.task })}
        onClick={onTake}
      >
        {t('task.now')}
      </Button>
    </li>
  )
}
