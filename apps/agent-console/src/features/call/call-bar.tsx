import type { WorkView } from '@beckon/shared/model/agent-view'
import type { CallView } from '@beckon/shared/model/call-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { Phone, TriangleAlert, VolumeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { LevelMeter } from '../../components/level-meter.tsx'
import { useCallStore } from '../../realtime/call-store.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { CallControls } from './call-controls.tsx'
import { callPhase } from './call-phase.ts'
import { useAudioLevel } from '../../components/sound/use-audio-level.ts'
import { useCall } from './use-call.ts'
import { useCallMicrophone } from './use-call-microphone.ts'
import { useCallQuality } from './use-call-quality.ts'

interface CallBarProps {
  work: WorkView
  call: CallView
  onDevices: () => void
}

/** The word says it, the colour helps. */
const qualityTone = { good: 'text-available', fair: 'text-partial', poor: 'text-dnd' } as const
const alarming = new Set(['reconnecting', 'noMicrophone', 'failed', 'muted'])

export function CallBar({ work, call, onDevices }: CallBarProps) {
  const { t } = useTranslation()
  const { session, state, mute, hangUp, answer, takeOver } = useCall(work, call)
  const { word, held } = callPhase(call, state)
  const name = work.customer.name === '' ? t('work.customer') : work.customer.name
  const lasted = useClock((now) => (call.connectedAt === null ? '' : clockText(now - call.connectedAt)))
  const remote = 'remoteStream' in state ? state.remoteStream : null
  const microphone = 'microphone' in state ? state.microphone : null
  const mic = useAudioLevel(microphone)
  const notice = useCallMicrophone(session, microphone)
  const quality = useCallQuality(session, state.phase === 'talking')
  const heard = useAudioLevel(remote)
  const unblockSound = useCallStore((s) => s.unblockSound)
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
            {quality !== undefined && (
              <span role="status" className={`font-medium ${qualityTone[quality]}`}>
                {t(`call.quality.${quality}`)}
              </span>
            )}
          </span>
        </p>
      )}
      {notice !== undefined && (
        <p role="alert" className="order-first flex w-full items-center gap-2 font-medium text-partial">
          <TriangleAlert size={16} aria-hidden="true" />
          {t(`call.microphone${notice === 'gone' ? 'Gone' : 'Replaced'}`)}
        </p>
      )}
      {unblockSound !== undefined && (
        <Button small onClick={unblockSound}>
          <VolumeOff size={14} aria-hidden="true" />
          {t('call.soundBlocked')}
        </Button>
      )}
      <CallControls
        muted={muted}
        onMute={held ? mute : undefined}
        onAnswer={answer}
        onTakeOver={takeOver}
        onDevices={onDevices}
        onHangUp={hangUp}
        hangUpLabel={word === 'invited' ? t('call.cancel') : t('call.hangUp')}
      />
    </section>
  )
}
