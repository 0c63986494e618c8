import type { InteractionId } from '@beckon/shared/model/ids'
import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { errorText, t } from '../components/catalogue/text.ts'
import { Icon } from '../components/icon.tsx'
import { Notice } from '../components/notice.tsx'
import { TopBar } from '../components/top-bar.tsx'
import { CallPanel } from '../features/call/call-panel.tsx'
import { useCall, wantCall } from '../features/call/call-store.ts'
import type { CallWindowStart } from '../features/call/call-window-messages.ts'
import { prepareCall } from '../features/call/prepare-call.ts'
import { MicrophoneRefused } from '../features/call/microphone-refused.tsx'
import { endContact, requestContact, useContact } from '../features/contact/contact-store.ts'
import { Waiting } from '../features/contact/waiting.tsx'
import { useLive } from '../realtime/live-store.ts'
import { readySession, useSession } from '../realtime/session-store.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { ReloadTrouble, Trouble } from './trouble.tsx'

type Wish = CallWindowStart['wish']

async function startCall(wish: Wish | undefined): Promise<void> {
  if (!(await prepareCall())) return
  wantCall(true)
  if (useLive.getState().view?.interactions.some(({ channel }) => channel === 'voice')) return
  const { subject, bag = { items: [], trail: [] }, parentId } = wish ?? { subject: undefined, parentId: undefined }
  const parent = parentId === undefined ? {} : { parentId: parentId as InteractionId }
  if (await requestContact({ channel: 'voice', subject, bag, ...parent })) return
  useCall.getState().session?.letGo()
  wantCall(false)
}

/** Before the call: why the microphone is needed, and the click that asks for it. */
function Begin({ wish }: { wish: Wish | undefined }) {
  const asking = useCall((store) => store.asking)
  const refusal = useCall((store) => store.refusal)
  const start = () => {
    startCall(wish).catch(() => useContact.setState({ error: 'offline' }))
  }
  if (refusal !== undefined) {
    return <MicrophoneRefused reason={refusal} onRetry={start} onGiveUp={() => close()} giveUpText={t('app.close')} />
  }
  return (
    <div className="trouble">
      <Icon name="mic" />
      <p>{asking ? t('call.asking') : t('call.window.why')}</p>
      <Button kind="main" icon="phone" onPress={asking ? undefined : start}>
        {t('call.window.start')}
      </Button>
    </div>
  )
}

function CallBody({ wish }: { wish: Wish | undefined }) {
  const interactions = useLive((store) => store.view?.interactions)
  const wanted = useCall((store) => store.wanted)
  const error = useContact((store) => store.error)
  const [begun, setBegun] = useState(false)
  const { connection } = readySession()
  const voice = interactions?.find(({ channel }) => channel === 'voice')
  if (interactions === undefined) return <p className="loading">{t('app.loading')}</p>
  if (voice !== undefined && !begun) setBegun(true)
  if (voice?.call && voice.status === 'assigned')
    return <CallPanel call={voice.call} agent={voice.agentName ?? t('agent.none')} now={connection.now} />
  if (voice !== undefined) {
    const leave = () => {
      wantCall(false)
      void endContact(voice.id)
    }
    return <Waiting interaction={voice} now={connection.now} compact={false} onLeave={leave} />
  }
  if (begun && !wanted) {
    return (
      <div className="trouble">
        <p role="status">{t('call.window.over')}</p>
        <Button onPress={() => close()}>{t('app.close')}</Button>
      </div>
    )
  }
  return (
    <>
      {error !== undefined && <Notice role="alert">{errorText(error)}</Notice>}
      <Begin wish={wish} />
    </>
  )
}

/** The small window of ours: nothing but the call, which lives on while the host page moves. */
export function CallWindow({ wish }: { wish: Wish | undefined }) {
  const session = useSession((store) => store.session)
  const status = useLive((store) => store.status)
  if (status === 'ended' || status === 'upgrade-needed') return <ReloadTrouble words={t('trouble.ended')} />
  if (session.phase === 'failed') {
    return (
      <Trouble
        title={t('trouble.title')}
        words={errorText(session.code)}
        action={t('app.retry')}
        onAction={session.retry}
      />
    )
  }
  if (session.phase === 'starting') return <p className="loading">{t('app.loading')}</p>
  return (
    <div className="shell">
      <TopBar title={session.site.name} heading subtitle={t('call.window.title', { site: session.site.name })} />
      <ConnectionBanner />
      <main className="screen">
        <CallBody wish={wish} />
      </main>
    </div>
  )
}
