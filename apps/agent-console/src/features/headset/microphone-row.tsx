import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LevelMeter } from '../../components/level-meter.tsx'
import { useAudioLevel } from '../../components/sound/use-audio-level.ts'
import { chooseSound, useSoundChoices } from '../../realtime/sound-choices.ts'
import { useSoundDevices } from '../../realtime/sound-devices.ts'
import { DeviceSelect } from './device-select.tsx'

/** Louder than a room, softer than a voice. */
const heardLevel = 0.1

export function MicrophoneRow({ stream }: { stream: MediaStream | null }) {
  const { t } = useTranslation()
  const microphones = useSoundDevices((s) => s.microphones)
  const chosen = useSoundChoices((s) => s.microphone)
  const level = useAudioLevel(stream)
  const [heardFrom, setHeardFrom] = useState<MediaStream>()
  const heard = stream !== null && heardFrom === stream
  if (stream !== null && !heard && level >= heardLevel) setHeardFrom(stream)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_212px] items-end gap-x-4 gap-y-1 max-md:grid-cols-1">
      <DeviceSelect
        label={t('headset.microphone')}
        devices={microphones}
        chosen={chosen}
        onChoose={(microphone) => chooseSound({ microphone })}
      />
      <p className="flex min-h-9 items-center gap-2 text-sm">
        <LevelMeter
          label={t('headset.level')}
          level={level}
          words={{ silent: t('level.silent'), sound: t('level.sound') }}
        />
        <span role="status" className={heard ? 'text-available' : 'text-muted'}>
          {heard ? t('headset.heard') : t('headset.speak')}
        </span>
      </p>
    </div>
  )
}
