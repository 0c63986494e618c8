import type { OpeningHours } from '@beckon/shared/model/routing-settings'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Shifts } from './shifts.tsx'

interface HoursFieldsProps {
  hours: OpeningHours
  zoneProblem: string | undefined
  onChange: (part: Partial<OpeningHours>) => void
}

const mostHolidays = 200
const zones = Intl.supportedValuesOf('timeZone')

/** Monday, whatever week: only its name is shown. */
const dayName = (language: string, day: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day))

/** One week of opening hours, and the days that are not like the others. */
export function HoursFields({ hours: { key, zone, week, holidays }, zoneProblem, onChange }: HoursFieldsProps) {
  const { t, i18n } = useTranslation()
  const known = zones.includes(zone) ? zones : [zone, ...zones]
  const changeHoliday = (at: number, part: Partial<OpeningHours['holidays'][number]>) =>
    onChange({ holidays: holidays.map((holiday, i) => (i === at ? { ...holiday, ...part } : holiday)) })
  return (
    <>
      <Field label={t('settings.hours.zone')} problem={zoneProblem}>
        {(parts) => (
          <select {...parts} value={zone} onChange={(event) => onChange({ zone: event.currentTarget.value })}>
            {known.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        )}
      </Field>
      <ul className="flex flex-col gap-1">
        {week.map((shifts, day) => {
          const name = dayName(i18n.language, day)
          return (
            <li key={name} className="grid min-h-9 grid-cols-[88px_1fr] items-center gap-2">
              <span className="font-medium">{name}</span>
              <Shifts
                label={name}
                shifts={shifts}
                onChange={(changed) => onChange({ week: week.map((each, i) => (i === day ? changed : each)) })}
              />
            </li>
          )
        })}
      </ul>
      <h4 className="text-sm font-medium">{t('settings.hours.holidays')}</h4>
      <ul className="flex flex-col gap-1 empty:hidden">
        {holidays.map(({ date, shifts }, at) => (
          <li key={`${key} ${at}`} className="flex flex-wrap items-center gap-2">
            <input
              type="date"
              required
              aria-label={t('settings.hours.date', { n: at + 1 })}
              className="min-h-8 rounded-md border border-line-strong bg-surface px-2 pointer-coarse:min-h-11"
              value={date}
              onChange={(event) => changeHoliday(at, { date: event.currentTarget.value })}
            />
            <Shifts label={date} shifts={shifts} onChange={(changed) => changeHoliday(at, { shifts: changed })} />
            <Button
              small
              look="quiet"
              aria-label={t('settings.hours.removeHoliday', { date })}
              onClick={() => onChange({ holidays: holidays.filter((_holiday, i) => i !== at) })}
            >
              <Trash2 size={14} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      {holidays.length < mostHolidays && (
        <Button
          look="quiet"
          className="self-start"
          onClick={() => onChange({ holidays: [...holidays, { date: '', shifts: [] }] })}
        >
          <Plus size={16} aria-hidden="true" />
          {t('settings.hours.addHoliday')}
        </Button>
      )}
    </>
  )
}
