import { Headphones, Mic, MicOff, PhoneOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAction } from '../../components/actions/use-acts.ts'
import { useKeys } from '../../components/actions/use-keys.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'

interface CallControlsProps {
  muted: boolean
  /** Undefined: this tab has no microphone in the call. */
  onMute: ((on: boolean) => void) | undefined
  onAnswer: (() => void) | undefined
  onTakeOver: (() => void) | undefined
  /** Opens the choice of microphone, speaker and ringer. */
  onDevices: () => void
  onHangUp: () => void
  hangUpLabel: string
}

export function CallControls(props: CallControlsProps) {
  const { muted, onMute, onAnswer, onTakeOver, onDevices, onHangUp, hangUpLabel } = props
  const { t } = useTranslation()
  const keys = { mute: useKeys('call.mute'), hangUp: useKeys('call.hangUp') }
  useAction('call.mute', onMute && (() => onMute(!muted)))
  useAction('call.hangUp', onHangUp)
  const MuteIcon = muted ? MicOff : Mic
  return (
    <div className="ms-auto flex flex-wrap items-center gap-2">
      {onTakeOver !== undefined && (
        <Button look="primary" onClick={onTakeOver}>
          {t('call.takeHere')}
        </Button>
      )}
      {onAnswer !== undefined && (
        <Button look="primary" onClick={onAnswer}>
          {t('call.answer')}
        </Button>
      )}
      {onMute !== undefined && (
        <Button aria-pressed={muted} {...keys.mute.props(t('call.mute'))} onClick={() => onMute(!muted)}>
          <MuteIcon size={16} aria-hidden="true" />
          {muted ? t('call.unmute') : t('call.mute')}
          {keys.mute.text !== '' && <Kbd keys={keys.mute.text} />}
        </Button>
      )}
      <Button aria-label={t('headset.open')} title={t('headset.open')} onClick={onDevices}>
        <Headphones size={16} aria-hidden="true" />
      </Button>
      <Button look="danger" {...keys.hangUp.props(hangUpLabel)} onClick={onHangUp}>
        <PhoneOff size={16} aria-hidden="true" />
        {hangUpLabel}
      </Button>
    </div>
  )
}
