import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SoundDevice } from '../../realtime/sound-devices.ts'

interface DeviceSelectProps {
  label: string
  devices: readonly SoundDevice[]
  chosen: string
  /** Undefined where the browser plays through the system's output only. */
  onChoose: ((id: string) => void) | undefined
}

export function DeviceSelect({ label, devices, chosen, onChoose }: DeviceSelectProps) {
  const { t } = useTranslation()
  const id = useId()
  const named = devices.filter((device) => device.id !== '')
  // A chosen one that is unplugged plays through the default until it is back.
  const value = named.some((device) => device.id === chosen) ? chosen : ''
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={onChoose === undefined}
        onChange={(event) => onChoose?.(event.target.value)}
        className="mt-1 block min-h-9 w-full rounded-md border border-line-strong bg-surface px-2 disabled:opacity-60 pointer-coarse:min-h-11"
      >
        <option value="">{onChoose === undefined ? t('headset.system') : t('headset.default')}</option>
        {named.map((device, index) => (
          <option key={device.id} value={device.id}>
            {device.label === '' ? t('headset.nameless', { n: index + 1 }) : device.label}
          </option>
        ))}
      </select>
    </div>
  )
}
