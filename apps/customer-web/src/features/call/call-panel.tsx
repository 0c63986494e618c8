import type { CallSession, CallSessionState } from '@beckon/shared/client/call-session'
import type { CallView } from '@beckon/shared/model/call-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { Button } from '../../components/button.tsx'
import { t } from '../../components/catalogue/text.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { useClock } from '../../components/use-clock.ts'
import { CallLine } from './call-line.tsx'
import { useCall, wantCall } from './call-store.ts'
import { MicrophoneRefused } from './microphone-refused.tsx'
import './call.css'

interface CallPanelProps {
  call: CallView
  agent: string
  /** The server's clock. */
  now: () => number
  /** Opens the call in a window of its own, within a click; absent there. */
  onWindow?: () => boolean
}
type InCall = Extract<CallSessionState, { phase: 'joining' | 'connecting' | 'talking' }>

function inCallWords(state: InCall, agent: string): string {
  if (state.phase === 'talking') return t('call.talking', { agent })
  if (state.phase === 'joining') return t('call.joining', { agent })
  return t(state.connectedAt === null ? 'call.connecting' : 'call.reconnecting')
}

function InCallPanel({
  state,
  session,
  agent,
  now,
}: { state: InCall; session: CallSession } & Omit<CallPanelProps, 'call'>) {
  const time = useClock(now)
  const unblock = useCall((store) => store.unblock)
  return (
    <CallLine
      icon={state.muted ? 'mic-off' : 'phone'}
      words={inCallWords(state, agent)}
      {...(state.connectedAt === null ? {} : { time: clockText(time - state.connectedAt) })}
    >
      {unblock !== undefined && (
        <Button kind="main" onPress={unblock}>
          {t('call.sound')}
        </Button>
      )}
      <IconButton
        label={t(state.muted ? 'call.unmute' : 'call.mute')}
        icon={state.muted ? 'mic-off' : 'mic'}
        pressed={state.muted}
        onPress={() => session.mute(!state.muted)}
      />
      <Button kind="danger" icon="phone" onPress={() => void session.hangUp()}>
        {t('call.hang-up')}
      </Button>
    </CallLine>
  )
}

/** This tab's part in the call, in every state it can be in. */
export function CallPanel({ call, agent, now, onWindow }: CallPanelProps) {
  const session = useCall((store) => store.session)
  const state = useCall((store) => store.state)
  if (session === undefined || state.phase === 'idle') return null
  if ('microphone' in state) return <InCallPanel state={state} session={session} agent={agent} now={now} />

  const invited = call.state === 'invited'
  const answer = (takeOver = false) => {
    wantCall(true)
    void session.answer(call.id, { takeOver })
  }
  const leave = () => void (invited ? session.decline() : session.hangUp())
  const leaveText = t(invited ? 'call.decline' : 'call.hang-up')
  if (state.phase === 'microphone-refused') {
    const { reason } = state
    const refused = { reason, onRetry: () => answer(), onGiveUp: leave, giveUpText: leaveText }
    return <MicrophoneRefused {...refused} {...(onWindow === undefined ? {} : { onWindow })} />
  }
  if (state.phase === 'elsewhere') {
    return (
      <CallLine icon="window" words={t('call.elsewhere')}>
        <Button onPress={() => answer(true)}>{t('call.take-over')}</Button>
      </CallLine>
    )
  }
  if (state.phase === 'failed') {
    return (
      <CallLine icon="alert" words={t('call.failed')}>
        <Button kind="main" onPress={() => answer()}>
          {t('app.retry')}
        </Button>
        <Button onPress={leave}>{leaveText}</Button>
      </CallLine>
    )
  }
  if (state.asking) {
    return (
      <CallLine icon="mic" words={t('call.asking')}>
        <Button onPress={leave}>{leaveText}</Button>
      </CallLine>
    )
  }
  return (
    <CallLine loud icon="phone" words={invited ? t('call.invite', { agent }) : t('call.needs')}>
      {invited && <p className="call-how">{t('call.invite.how')}</p>}
      <Button kind="main" icon={invited ? 'phone' : 'mic'} onPress={() => answer()}>
        {t(invited ? 'call.answer' : 'call.join')}
      </Button>
      <Button onPress={leave}>{leaveText}</Button>
    </CallLine>
  )
}
