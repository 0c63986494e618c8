import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Modal } from '../../components/modal.tsx'
import { useVoiceHere } from '../../realtime/presence-store.ts'
import { chooseSound, useSoundChoices } from '../../realtime/sound-choices.ts'
import { useCommand } from '../../realtime/use-command.ts'
import { HeadsetObstacle } from './headset-obstacle.tsx'
import { MicrophoneRow } from './microphone-row.tsx'
import { RingerRow } from './ringer-row.tsx'
import { SpeakerRow } from './speaker-row.tsx'
import { useMicrophone } from './use-microphone.ts'

interface HeadsetDialogProps {
  /** Passing the check makes the agent available on voice. */
  goReady: boolean
  onClose: () => void
}

/** Microphone, speaker and ringer, each chosen and heard; without a microphone there is no way to be ready. */
export function HeadsetDialog({ goReady, onClose }: HeadsetDialogProps) {
  const { t } = useTranslation()
  const send = useCommand()
  const voice = useVoiceHere()
  const microphone = useSoundChoices((s) => s.microphone)
  const { state, again } = useMicrophone(microphone)
  const stream = state.kind === 'open' ? state.stream : null
  const pass = () => {
    chooseSound({ checked: true })
    if (goReady && voice) void send('presence:set', { mediaChannelId: voice.id, intent: 'available' })
    onClose()
  }
  return (
    <Modal title={t('headset.title')} closeLabel={t('app.close')} shape="fit" onClose={onClose}>
      <div className="flex flex-col gap-4 p-4">
        <p className="text-muted">{goReady ? t('headset.leadReady') : t('headset.lead')}</p>
        {state.kind === 'refused' && <HeadsetObstacle reason={state.reason} onAgain={again} />}
        {state.kind === 'asking' && <p role="status">{t('headset.asking')}</p>}
        <MicrophoneRow stream={stream} />
        <SpeakerRow stream={stream} />
        <RingerRow />
        <div className="flex justify-end gap-2 border-t border-line pt-3">
          <Button look="quiet" onClick={onClose}>
            {t('headset.later')}
          </Button>
          <Button look="primary" disabled={stream === null} onClick={pass}>
            {goReady ? t('headset.goReady') : t('headset.done')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
