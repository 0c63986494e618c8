import { Mic, Volume2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { speakerSelectable } from '../../components/sound/play-ring.ts'
import { chooseSound, useSoundChoices } from '../../realtime/sound-choices.ts'
import { useSoundDevices } from '../../realtime/sound-devices.ts'
import { DeviceSelect } from './device-select.tsx'
import { useEcho } from './use-echo.ts'

export function SpeakerRow({ stream }: { stream: MediaStream | null }) {
  const { t } = useTranslation()
  const outputs = useSoundDevices((s) => s.outputs)
  const chosen = useSoundChoices((s) => s.speaker)
  const { phase, start } = useEcho(stream ?? undefined, chosen)
  const Icon = phase === 'playing' ? Volume2 : Mic
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_212px] items-end gap-x-4 gap-y-1 max-md:grid-cols-1">
      <DeviceSelect
        label={t('headset.speaker')}
        devices={outputs}
        chosen={chosen}
        onChoose={speakerSelectable() ? (speaker) => chooseSound({ speaker }) : undefined}
      />
      <Button className="min-h-9" disabled={start === undefined} onClick={start}>
        <Icon size={16} aria-hidden="true" />
        {phase === 'recording' || phase === 'playing' ? t(`headset.${phase}`) : t('headset.echo')}
      </Button>
      <p role="status" className="text-xs text-muted empty:hidden">
        {phase === 'done' && t('headset.echoDone')}
      </p>
    </div>
  )
}
