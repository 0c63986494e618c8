import type { Shift } from '@beckon/shared/model/routing-settings'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'

const most = 6
/** As the server takes it: to 24:00, which an input of times does not know. */
const timePattern = String.raw`([01]\d|2[0-3]):[0-5]\d|24:00`
const time = 'min-h-8 w-16 rounded-md border border-line-strong bg-surface px-2 text-center pointer-coarse:min-h-11'

interface ShiftsProps {
  /** Whose they are, e.g. “Monday”. */
  label: string
  shifts: readonly Shift[]
  onChange: (shifts: Shift[]) => void
}

/** When a day is open; without a shift it is closed. */
export function Shifts({ label, shifts, onChange }: ShiftsProps) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<Shift>) =>
    onChange(shifts.map((shift, i) => (i === at ? { ...shift, ...part } : shift)))
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      {shifts.length === 0 && <span className="text-muted">{t('settings.hours.closed')}</span>}
      {shifts.map(({ from, to }, at) => (
        // A shift has no name of its own but its place.
        <span key={at} className="flex items-center gap-1">
          <span className="flex gap-1" dir="ltr">
            {(['from', 'to'] as const).map((end) => (
              <input
                key={end}
                className={time}
                aria-label={t(`settings.hours.${end}`, { day: label, n: at + 1 })}
                required
                pattern={timePattern}
                title={t('settings.hours.timeHint')}
                inputMode="numeric"
                maxLength={5}
                value={end === 'from' ? from : to}
                onChange={(event) => change(at, { [end]: event.currentTarget.value })}
              />
            ))}
          </span>
          <Button
            small
            look="quiet"
            aria-label={t('settings.hours.removeShift', { day: label, n: at + 1 })}
            onClick={() => onChange(shifts.filter((_shift, i) => i !== at))}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </span>
      ))}
      {shifts.length < most && (
        <Button
          small
          look="quiet"
          aria-label={t('settings.hours.addShift', { day: label })}
          onClick={() => onChange([...shifts, { from: shifts.at(-1)?.to ?? '09:00', to: '17:00' }])}
        >
          <Plus size={14} aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}
