import { CircleAlert, LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageBubble } from '../../components/entries/message-bubble.tsx'
import { NoteBlock } from '../../components/entries/note-block.tsx'
import { PushedPage } from '../../components/entries/pushed-page.tsx'
import { useConnection } from '../../realtime/connection-context.ts'
import { dropFailed, type Writing } from '../../realtime/failed-store.ts'
import { retryEntry } from '../../realtime/write-entry.ts'
import type { Outgoing } from './outgoing.ts'

function WritingBody({ writing, children }: { writing: Writing; children: ReactNode }) {
  const { t } = useTranslation()
  if (writing.name === 'note:add') return <NoteBlock text={writing.payload.text}>{children}</NoteBlock>
  if (writing.name === 'message:send') {
    return (
      <MessageBubble text={writing.payload.text} ours>
        {children}
      </MessageBubble>
    )
  }
  return (
    <PushedPage {...writing.payload} by={t('timeline.pushedYou')} outcome={null}>
      {children}
    </PushedPage>
  )
}

export function OutgoingRow({ item }: { item: Outgoing }) {
  const { t } = useTranslation()
  const connection = useConnection()
  if (item.kind === 'sending') {
    return (
      <WritingBody writing={item.writing}>
        <LoaderCircle size={12} aria-hidden="true" className="me-1 inline motion-safe:animate-spin" />
        {t('timeline.sending')}
      </WritingBody>
    )
  }
  const { failed } = item
  return (
    <WritingBody writing={item.writing}>
      <span className="text-dnd">
        <CircleAlert size={12} aria-hidden="true" className="me-1 inline" />
        {t('timeline.failed')}: {t(`error.${failed.code}`)}
      </span>{' '}
      <button type="button" className="min-h-6 px-1 underline" onClick={() => void retryEntry(connection, failed)}>
        {t('timeline.retry')}
      </button>
      <button type="button" className="min-h-6 px-1 underline" onClick={() => dropFailed(failed.id)}>
        {t('timeline.discard')}
      </button>
    </WritingBody>
  )
}
