import { useTranslation } from 'react-i18next'
import { useClock } from '../realtime/use-clock.ts'
import { Chip } from './chip.tsx'
import { dateAndTime, shortWhen } from './time-text.ts'

/** When something is due; loud once it is late. Nothing where it is not. */
export function DueWord({ at }: { at: number | null }) {
  const { t } = useTranslation()
  const late = useClock((now) => at !== null && now >= at)
  const when = useClock((now) => (at === null ? '' : shortWhen(at, now)))
  if (at === null) return null
  return (
    <Chip tone={late ? 'dnd' : 'neutral'}>
      <time dateTime={new Date(at).toISOString()} title={dateAndTime(at)}>
        {t(late ? 'task.late' : 'task.due', { time: when })}
      </time>
    </Chip>
  )
}
