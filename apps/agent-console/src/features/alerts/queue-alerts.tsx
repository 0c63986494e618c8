import type { QueueAlert } from '@beckon/shared/model/agent-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAlerts } from '../../realtime/alert-store.ts'
import { useClock } from '../../realtime/use-clock.ts'

/** More than these are a number. */
const most = 3

/** Open queues without anybody who could take a contact; gone by itself once somebody is there [QU14]. */
export function QueueAlerts() {
  const { t } = useTranslation()
  const alerts = useAlerts((s) => s.alerts)
  return (
    <section role="status" aria-label={t('alert.region')}>
      {alerts.length > 0 && (
        <ul className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-partial-soft px-3 py-1.5 text-sm">
          {alerts.slice(0, most).map((alert) => (
            <AlertLine key={`${alert.queue} ${alert.channel}`} alert={alert} />
          ))}
          {alerts.length > most && <li className="text-muted">{t('alert.more', { n: alerts.length - most })}</li>}
        </ul>
      )}
    </section>
  )
}

function AlertLine({ alert: { name, channel, kind, waiting, since } }: { alert: QueueAlert }) {
  const { t } = useTranslation()
  const longest = useClock((now) => (since === null ? '' : clockText(now - since)))
  return (
    <li className="flex items-center gap-1.5">
      <TriangleAlert size={14} aria-hidden="true" className="shrink-0 text-partial" />
      <span>
        {t(`alert.${kind}`, { queue: name, channel: t(`presence.channel.${channel}`) })}
        {waiting > 0 && <strong className="font-semibold"> · {t('alert.waiting', { n: waiting })}</strong>}
        {longest !== '' && (
          // What ticks is not said anew each second.
          <span aria-hidden="true" className="text-muted tabular-nums">
            {' '}
            {longest}
          </span>
        )}
      </span>
    </li>
  )
}
