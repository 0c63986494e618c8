import type { OpeningHours, Queue } from '@beckon/shared/model/routing-settings'
import type { RoutingResource } from '@beckon/shared/protocol/rest/routing'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Options } from '../../components/options.tsx'
import type { Versioned } from '../../realtime/fetch-json.ts'
import { HoursFields } from './hours-fields.tsx'
import { SaveBar } from './save-bar.tsx'
import { useSaving } from './use-setting.ts'

interface HoursFormProps {
  path: string
  found: Versioned<RoutingResource>
  onStartOver: () => void
}

const office = { from: '09:00', to: '17:00' }
const newHours = (key: string): OpeningHours => ({
  key,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: Array.from({ length: 7 }, (_day, day) => (day < 5 ? [office] : [])),
  holidays: [],
})
const freeKey = (hours: readonly OpeningHours[]): string =>
  Array.from({ length: hours.length + 1 }, (_each, i) => `hours-${i + 1}`).find((key) =>
    hours.every((each) => each.key !== key),
  ) ?? ''

/** When the site is open: hours by their key, and which queue keeps which. */
export function HoursForm({ path, found, onStartOver }: HoursFormProps) {
  const { t } = useTranslation()
  const [hours, setHours] = useState(found.value.hours)
  const [queues, setQueues] = useState(found.value.queues)
  const [shown, setShown] = useState(hours[0]?.key ?? '')
  const { state, problems, problemAt, save, touched } = useSaving<RoutingResource>(path, found.etag)
  const changeHours = (changed: OpeningHours[]) => {
    touched()
    setHours(changed)
  }
  const change = (key: string, part: Partial<OpeningHours>) =>
    changeHours(hours.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const add = () => {
    const key = freeKey(hours)
    changeHours([...hours, newHours(key)])
    setShown(key)
  }
  const remove = (key: string) => {
    const left = hours.filter((each) => each.key !== key)
    changeHours(left)
    setShown(left[0]?.key ?? '')
  }
  const assign = (queue: Queue, key: string) => {
    touched()
    setQueues(queues.map((each) => (each.key === queue.key ? { ...each, hours: key === '' ? null : key } : each)))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await save({ method: 'PATCH', body: { hours, queues } })
  }
  const own = hours.find(({ key }) => key === shown)
  const zoneProblem = problemAt(`hours.${shown}.zone`)
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="flex flex-col gap-3 p-4">
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-40 flex-1">
            <Field label={t('settings.hours.which')}>
              {(parts) => (
                <select {...parts} value={shown} onChange={(event) => setShown(event.currentTarget.value)}>
                  {hours.map(({ key }) => (
                    <option key={key}>{key}</option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <Button className="min-h-9" onClick={add}>
            {t('settings.hours.add')}
          </Button>
          {own !== undefined && queues.every((queue) => queue.hours !== shown) && (
            <Button look="danger" className="min-h-9" onClick={() => remove(shown)}>
              {t('settings.hours.remove')}
            </Button>
          )}
        </div>
        {own !== undefined && (
          <HoursFields
            hours={own}
            zoneProblem={zoneProblem && t(`settings.problem.${zoneProblem}`)}
            onChange={(part) => change(own.key, part)}
          />
        )}
        <h4 className="text-sm font-medium">{t('settings.hours.queues')}</h4>
        <div className="grid gap-3 sm:grid-cols-2">
          {queues.map((queue) => (
            <Field key={queue.key} label={queue.name}>
              {(parts) => (
                <select
                  {...parts}
                  value={queue.hours ?? ''}
                  onChange={(event) => assign(queue, event.currentTarget.value)}
                >
                  <Options none={t('settings.hours.always')} of={hours.map(({ key }) => ({ key, name: key }))} />
                </select>
              )}
            </Field>
          ))}
        </div>
        <ul className="flex flex-col gap-1 text-sm text-dnd empty:hidden">
          {problems
            .filter(({ at }) => !at.endsWith('.zone'))
            .map(({ code, at }) => (
              <li key={`${code} ${at}`}>
                {t(`settings.problem.${code}`)} ({at})
              </li>
            ))}
        </ul>
      </div>
      <SaveBar state={state} onStartOver={onStartOver} />
    </form>
  )
}
