import type { WorkView } from '@beckon/shared/model/agent-view'
import { useState } from 'react'
import { draftKey } from '../../components/draft-key.ts'
import { useStoredText } from '../../components/use-stored-text.ts'
import { useConnection } from '../../realtime/connection-context.ts'
import { useCommand } from '../../realtime/use-command.ts'
import { writeEntry } from '../../realtime/write-entry.ts'

interface WrapUp {
  disposition: string | undefined
  choose: (key: string) => void
  note: string
  setNote: (text: string) => void
  /** Done was pressed without a disposition. */
  missing: boolean
  busy: boolean
  done: () => void
  extend: () => void
}

/** The note is written before the contact is closed: a closed desk takes none. */
export function useWrapUp({ id, fence, desk }: WorkView): WrapUp {
  const connection = useConnection()
  const send = useCommand()
  const [disposition, setDisposition] = useState<string>()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useStoredText(draftKey(id, 'note'))
  const [, setReply] = useStoredText(draftKey(id, 'reply'))

  const finish = async (key: string) => {
    setBusy(true)
    const text = note.trim()
    const noted = text === '' || (await writeEntry(connection, { name: 'note:add', payload: { streamId: desk, text } }))
    if (noted) {
      setNote('')
      const closed = await send('wrap-up:complete', { interactionId: id, fence, disposition: key })
      if (closed !== undefined) setReply('')
    }
    setBusy(false)
  }
  const done = () => {
    setMissing(disposition === undefined)
    if (disposition !== undefined) void finish(disposition)
  }
  const choose = (key: string) => {
    setDisposition(key)
    setMissing(false)
  }
  const extend = () => void send('wrap-up:extend', { interactionId: id, fence })
  return { disposition, choose, note, setNote, missing, busy, done, extend }
}
