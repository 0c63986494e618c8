import { BellRing } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { ringerSelectable } from '../../components/sound/play-ring.ts'
import { ringer } from '../../realtime/ringer.ts'
import { chooseSound, useSoundChoices } from '../../realtime/sound-choices.ts'
import { useSoundDevices } from '../../realtime/sound-devices.ts'
import { DeviceSelect } from './device-select.tsx'

export function RingerRow() {
  const { t } = useTranslation()
  const outputs = useSoundDevices((s) => s.outputs)
  const { ringer: chosen, volume } = useSoundChoices()
  const id = useId()
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_212px] items-end gap-x-4 gap-y-2 max-md:grid-cols-1">
      <DeviceSelect
        label={t('headset.ringer')}
        devices={outputs}
        chosen={chosen}
        onChoose={ringerSelectable() ? (deviceId) => chooseSound({ ringer: deviceId }) : undefined}
      />
      <Button className="min-h-9" onClick={() => ringer.once()}>
        <BellRing size={16} aria-hidden="true" />
        {t('headset.testRing')}
      </Button>
      <label htmlFor={id} className="flex items-center gap-3 text-sm">
        <span className="shrink-0">{t('headset.volume')}</span>
        <input
          id={id}
          type="range"
          min="0"
          max="100"
          step="5"
          value={Math.round(volume * 100)}
          onChange={(event) => chooseSound({ volume: Number(event.target.value) / 100 })}
          className="min-h-6 min-w-0 flex-1 accent-(--accent) pointer-coarse:min-h-11"
        />
      </label>
      <p role="status" className="self-center text-sm text-partial empty:hidden">
        {volume === 0 && t('headset.silent')}
      </p>
    </div>
  )
}
