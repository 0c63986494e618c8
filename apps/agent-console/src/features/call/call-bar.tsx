import type { WorkView } from '@beckon/shared/model/agent-view'
import type { CallView } from '@beckon/shared/model/call-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { Phone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LevelMeter } from '../../components/level-meter.tsx'
import { useClock } from '../../realtime/use-clock.ts'
import { CallControls } from './call-controls.tsx'
import { callPhase } from './call-phase.ts'
import { RemoteSound } from './remote-sound.tsx'
import { useAudioLevel } from '../../components/sound/use-audio-level.ts'
import { useCall } from './use-call.ts'

interface CallBarProps {
  work: WorkView
  call: CallView
}

const alarming = new Set(['reconnecting', 'noMicrophone', 'failed', 'muted'])

export function CallBar({ work, call }: CallBarProps) {
  const { t } = useTranslation()
  const { state, mute, hangUp, answer, takeOver } = useCall(work, call)
  const { word, held } = callPhase(call, state)
  const name = work.customer.name === '' ? t('work.customer') : work.customer.name
  const lasted = useClock((now) => (call.connectedAt === null ? '' : clockText(now - call.connectedAt)))
  const remote = 'remoteStream' in state ? state.remoteStream : null
  const mic = useAudioLevel('microphone' in state ? state.microphone : null)
  const heard = useAudioLevel(remote)
  const muted = 'muted' in state && state.muted
  const words = { silent: t('level.silent'), sound: t('level.sound') }
  return (
    <section
      aria-label={t('call.region')}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-sunken px-4 py-2.5"
    >
      <p className="flex items-center gap-2">
        <Phone size={16} aria-hidden="true" className={word === 'talking' ? 'text-available' : 'text-muted'} />
        <span className="font-semibold">{t('call.with', { name })}</span>
        {lasted !== '' && (
          <span role="timer" className="font-semibold">
            {lasted}
          </span>
        )}
        <span role="status" className={alarming.has(word) ? 'text-partial' : 'text-muted'}>
          {t(`call.${word}`, { name })}
        </span>
      </p>
      {held && (
        <p className="flex items-center gap-3 text-xs text-muted">
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true">{t('call.micShort')}</span>
            <LevelMeter label={t('call.mic')} level={muted ? 0 : mic} words={words} />
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true">{t('call.remoteShort')}</span>
            <LevelMeter label={t('call.remote', { name })} level={heard} words={words} />
          </span>
        </p>
      )}
      {remote !== null && <RemoteSound stream={remote} />}
      <CallControls
        muted={muted}
        onMute={held ? mute : undefined}
        onAnswer={answer}
        onTakeOver={takeOver}
        onHangUp={hangUp}
        hangUpLabel={word === 'invited' ? t('call.cancel') : t('call.hangUp')}
      />
    </section>
  )
}
