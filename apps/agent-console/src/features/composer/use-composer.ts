import type { WorkView } from '@beckon/shared/model/agent-view'
import type { StreamId } from '@beckon/shared/model/ids'
import { limits } from '@beckon/shared/protocol/version'
import { useState } from 'react'
import { type DraftMode, draftKey } from '../../components/draft-key.ts'
import { useStoredText } from '../../components/use-stored-text.ts'
import { useConnection } from '../../realtime/connection-context.ts'
import { writeEntry } from '../../realtime/write-entry.ts'

interface Composer {
  mode: DraftMode
  /** Where what is written now goes. */
  streamId: StreamId
  /** Undefined where nothing but notes can be written. */
  switchMode: (() => void) | undefined
  setMode: ((mode: DraftMode) => void) | undefined
  text: string
  setText: (text: string) => void
  /** Characters over the limit; 0 when it fits. */
  excess: number
  /** Undefined while there is nothing that can be sent. */
  send: (() => void) | undefined
  pushPage: (page: { url: string; title: string }) => void
  /** Adds to the reply, whatever is written now. */
  addToReply: (text: string) => void
}

/** `work` is where replies go; its desk takes the notes. */
export function useComposer(work: WorkView): Composer {
  const connection = useConnection()
  // Of a task there is nobody to reply to.
  const noteOnly = work.task !== null
  const [mode, setMode] = useState<DraftMode>(noteOnly ? 'note' : 'reply')
  const [reply, setReply] = useStoredText(draftKey(work.id, 'reply'))
  const [note, setNote] = useStoredText(draftKey(work.id, 'note'))
  const write = (next: string) => {
    setReply(next)
    if (next !== '') connection.typed(work.conversation)
  }
  const text = mode === 'reply' ? reply : note
  const setText = mode === 'reply' ? write : setNote
  const trimmed = text.trim()
  const excess = Math.max(0, trimmed.length - (mode === 'reply' ? limits.messageChars : limits.noteChars))
  const send = () => {
    setText('')
    void writeEntry(
      connection,
      mode === 'reply'
        ? { name: 'message:send', payload: { streamId: work.conversation, text: trimmed } }
        : { name: 'note:add', payload: { streamId: work.desk, text: trimmed } },
    )
  }
  return {
    mode,
    streamId: mode === 'reply' ? work.conversation : work.desk,
    setMode: noteOnly ? undefined : setMode,
    switchMode: noteOnly ? undefined : () => setMode(mode === 'reply' ? 'note' : 'reply'),
    text,
    setText,
    excess,
    send: trimmed === '' || excess > 0 ? undefined : send,
    addToReply: (more) => write(reply === '' || /\s$/.test(reply) ? reply + more : `${reply} ${more}`),
    pushPage: (page) =>
      void writeEntry(connection, { name: 'page:push', payload: { streamId: work.conversation, ...page } }),
  }
}
