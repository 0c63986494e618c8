import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { contactPage } from '@beckon/shared/rules/contact-page'
import { errorText, t } from '../components/catalogue/text.ts'
import { Notice } from '../components/notice.tsx'
import { SitePage } from '../components/site-page.tsx'
import { isInCall, useCall } from '../features/call/call-store.ts'
import { Composer } from '../features/chat/composer.tsx'
import { retryText, sendText } from '../features/chat/send-text.ts'
import { Thread } from '../features/chat/thread.tsx'
import { endContact, useContact } from '../features/contact/contact-store.ts'
import { Waiting } from '../features/contact/waiting.tsx'
import { readySession } from '../realtime/session-store.ts'
import { Later } from './later-part.tsx'
import type { Talk } from './talk.ts'

/** The thread with its pages; also read when all is over. */
export function ConversationThread({ streamId }: { streamId: CustomerInteraction['conversation'] | undefined }) {
  const inCall = isInCall(useCall((store) => store.state))
  return (
    <Thread
      onRetry={(id) => retryText(id, streamId)}
      renderPage={(entry, outcome) => (
        <Later>
          {({ PageCard }) => <PageCard entry={entry} page={entry.body} outcome={outcome} inCall={inCall} />}
        </Later>
      )}
    />
  )
}

/** Whether there is anything about a call to show. */
function useCallShown(voice: Talk['voice']): boolean {
  const refusal = useCall((store) => store.refusal)
  const asking = useCall((store) => store.asking)
  return voice !== undefined || asking || refusal !== undefined
}

export function ConversationScreen({ chat, voice }: Talk) {
  const callShown = useCallShown(voice)
  const error = useContact((store) => store.error)
  const busy = useContact((store) => store.busy)
  const { connection, site } = readySession()
  const streamId = (chat ?? voice)?.conversation
  return (
    <main className="screen">
      {callShown && <Later>{({ CallArea }) => <CallArea chat={chat} voice={voice} />}</Later>}
      {chat?.status === 'waiting' && (
        <Waiting
          interaction={chat}
          now={connection.now}
          compact
          onLeave={busy ? undefined : () => void endContact(chat.id)}
        />
      )}
      {chat?.status === 'waiting' && <SitePage page={contactPage(site.pages, 'connecting', chat.subject)} titled />}
      {error !== undefined && <Notice role="alert">{errorText(error)}</Notice>}
      <ConversationThread streamId={streamId} />
      {chat?.status === 'waiting' && <p className="hint">{t('waiting.write')}</p>}
      {streamId !== undefined && <Composer onSend={(text) => sendText(streamId, text)} />}
    </main>
  )
}
