import type { WorkView } from '@beckon/shared/model/agent-view'
import { useEffect, useEffectEvent, useState } from 'react'
import { draftKey } from '../../components/draft-key.ts'
import { useStoredText } from '../../components/use-stored-text.ts'
import { inOneTab } from '../../realtime/in-one-tab.ts'
import { useConnection } from '../../realtime/connection-context.ts'
import { useClock } from '../../realtime/use-clock.ts'
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
  /** Undefined where it has been extended as far as it goes. */
  extend: (() => void) | undefined
}

/** A wrap-up that runs out closes the desk: what was noted by then is written this long before, milliseconds. */
const saveBeforeMs = 1_500

/** The note is written before the contact is closed: a closed desk takes none. */
export function useWrapUp({ id, fence, desk, wrapUpUntil, wrapUpLatest }: WorkView): WrapUp {
  const connection = useConnection()
  const send = useCommand()
  const [disposition, setDisposition] = useState<string>()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useStoredText(draftKey(id, 'note'))
  const [, setReply] = useStoredText(draftKey(id, 'reply'))

  const saveNote = async (): Promise<boolean> => {
    const text = note.trim()
    if (text === '') return true
    const noted = await writeEntry(connection, { name: 'note:add', payload: { streamId: desk, text } })
    if (noted) setNote('')
    return noted
  }
  const ending = useClock((now) => wrapUpUntil !== null && wrapUpUntil - now <= saveBeforeMs)
  const saveInTime = useEffectEvent(() => void inOneTab(`beckon.note.${id}`, saveNote))
  useEffect(() => {
    if (ending) saveInTime()
  }, [ending])

  const finish = async (key: string) => {
    setBusy(true)
    if (await saveNote()) {
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
  const most = wrapUpUntil !== null && wrapUpLatest !== null && wrapUpUntil >= wrapUpLatest
  return { disposition, choose, note, setNote, missing, busy, done, extend: most ? undefined : extend }
}
