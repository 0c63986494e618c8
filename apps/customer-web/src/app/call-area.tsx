import { Button } from '../components/button.tsx'
import { t } from '../components/catalogue/text.ts'
import { Notice } from '../components/notice.tsx'
import { CallLine } from '../features/call/call-line.tsx'
import { CallPanel } from '../features/call/call-panel.tsx'
import { useCall, wantCall } from '../features/call/call-store.ts'
import { MicrophoneRefused } from '../features/call/microphone-refused.tsx'
import { openCallWindow } from '../features/call/open-call-window.ts'
import { endContact } from '../features/contact/contact-store.ts'
import { readySession } from '../realtime/session-store.ts'
import { currentWish, forgetTrouble, startContact } from './start-contact.ts'
import type { Talk } from './talk.ts'

/** The call beside the chat: asked for, waiting, ringing, running or refused. */
export function CallArea({ chat, voice }: Talk) {
  const refusal = useCall((store) => store.refusal)
  const asking = useCall((store) => store.asking)
  const { connection } = readySession()
  const agent = voice?.agentName ?? chat?.agentName ?? t('agent.none')
  const onWindow = () => openCallWindow(currentWish(chat?.id))
  if (voice?.status === 'waiting') {
    const leave = () => {
      wantCall(false)
      void endContact(voice.id)
    }
    return (
      <CallLine icon="phone" words={t('call.joining', { agent })}>
        <Button onPress={leave}>{t('call.cancel')}</Button>
      </CallLine>
    )
  }
  if (voice?.call) return <CallPanel call={voice.call} agent={agent} now={connection.now} onWindow={onWindow} />
  if (asking) return <Notice>{t('call.asking')}</Notice>
  if (refusal === undefined) return null
  const retry = () => void startContact('voice', chat?.id)
  const refused = { reason: refusal, onRetry: retry, onGiveUp: forgetTrouble, giveUpText: t('microphone.chat') }
  return <MicrophoneRefused {...refused} onWindow={onWindow} />
}
