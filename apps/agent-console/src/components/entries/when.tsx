import { useTranslation } from 'react-i18next'
import { useClock } from '../../realtime/use-clock.ts'
import { dateAndTime, minutesAgo, timeOfDay } from '../time-text.ts'

/** Longer ago than this the time of day says more, minutes. */
const mostMinutes = 60

/** How long ago, as it passes; later the time of day. The whole date is its tooltip. */
export function When({ at }: { at: number }) {
  const { t } = useTranslation()
  const minutes = useClock((now) => Math.min(mostMinutes, Math.floor((now - at) / 60_000)))
  const words = minutes >= mostMinutes ? timeOfDay(at) : minutes < 1 ? t('timeline.justNow') : minutesAgo(minutes)
  return (
    <time dateTime={new Date(at).toISOString()} title={dateAndTime(at)}>
      {words}
    </time>
  )
}
