import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { contactPage } from '@beckon/shared/rules/contact-page'
import { useEffect, useState } from 'react'
import { errorText, t } from '../components/catalogue/text.ts'
import { Notice } from '../components/notice.tsx'
import { SitePage } from '../components/site-page.tsx'
import { isInCall, useCall } from '../features/call/call-store.ts'
import { Composer } from '../features/chat/composer.tsx'
import { retryText, sendText } from '../features/chat/send-text.ts'
import { Thread } from '../features/chat/thread.tsx'
import { endContact, useContact } from '../features/contact/contact-store.ts'
import { Waiting } from '../features/contact/waiting.tsx'
import { dropFailed } from '../realtime/failed-texts.ts'
import { useHost } from '../realtime/host-store.ts'
import { readySession } from '../realtime/session-store.ts'
import { Later } from './later-part.tsx'
import { type LaterParts, loadLater, useLater } from './load-later.ts'
import { currentWish } from './start-contact.ts'
import type { Talk } from './talk.ts'

/** The thread with its pages; also read when all is over. */
export function ConversationThread({ streamId }: { streamId: CustomerInteraction['conversation'] | undefined }) {
  const inCall = isInCall(useCall((store) => store.state))
  const { parts } = useLater()
  return (
    <Thread
      onEnd={parts?.lookAtThread}
      renderSent={(id) => (parts === undefined ? t('chat.sent') : <parts.SentWord id={id} />)}
      onRemove={dropFailed}
      onRetry={(id) => retryText(id, streamId)}
      renderCard={(entry, outcome) => (
        <Later>
          {({ FileLine, PageCard, openCallWindow }) =>
            entry.body.kind === 'file' ? (
              <FileLine entry={entry} file={entry.body} />
            ) : (
              <PageCard
                entry={entry}
                page={entry.body}
                outcome={outcome}
                inCall={inCall}
                onMoveCall={() => openCallWindow(currentWish())}
              />
            )
          }
        </Later>
      )}
    />
  )
}

/** Does it with the parts that come later; what keeps them away is on the screen. */
const later = (act: (parts: LaterParts) => void = () => undefined): void => void loadLater().then(act, () => undefined)

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
  const { parts, failed } = useLater()
  /** The field that an emoji is chosen for. */
  const [writing, setWriting] = useState<HTMLTextAreaElement>()
  const streamId = (chat ?? voice)?.conversation
  // The name of a file that a reload has stopped waits there.
  useEffect(() => (useHost.getState().state.kept.files ? later() : undefined), [])
  const takesFiles = streamId !== undefined && site.files.kinds.length > 0
  /** Files that are pasted or dropped; while they are dragged none is told. Text, also with its picture, is text. */
  const take = (event: ClipboardEvent | DragEvent) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer
    if (!data?.types.includes('Files') || data.types.includes('text/plain')) return
    event.preventDefault()
    if (takesFiles && data.files.length > 0) {
      const files = [...data.files]
      later(({ attachments }) => attachments.add(streamId, files))
    }
  }
  return (
    <main className="screen" onDragOver={take} onDrop={take} onPaste={take}>
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
      {streamId !== undefined && (
        <>
          {parts !== undefined && <parts.FileTray streamId={streamId} />}
          {failed && <Notice role="alert">{t('error.offline')}</Notice>}
          {parts !== undefined && <parts.TypingLine />}
          {parts !== undefined && writing !== undefined && (
            <parts.EmojiPicker field={writing} onClose={() => setWriting(undefined)} />
          )}
          <Composer
            onEmoji={(field) => later(() => setWriting(writing === undefined ? field : undefined))}
            onType={() => connection.typed(streamId)}
            onSend={(text) => {
              sendText(streamId, text)
              parts?.attachments.sendAll(streamId)
            }}
            onAttach={takesFiles ? () => later(({ chooseFiles }) => chooseFiles(streamId)) : undefined}
          />
        </>
      )}
    </main>
  )
}
