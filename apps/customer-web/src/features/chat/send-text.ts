import { newId } from '@beckon/shared/client/new-id'
import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import { limits } from '@beckon/shared/protocol/version'
import { addFailed, dropFailed, useFailedTexts } from '../../realtime/failed-texts.ts'
import { readySession } from '../../realtime/session-store.ts'

async function sendUnder(id: CommandId, streamId: StreamId, text: string): Promise<void> {
  const { connection } = readySession()
  const reply = await connection.send('message:send', { streamId, text }, id)
  if (reply.ok) return
  addFailed({ id, name: 'message:send', payload: { streamId, text }, at: connection.now() }, reply.error.code)
}

/** Sends what was written; a text longer than one message goes as several. */
export function sendText(streamId: StreamId, written: string): void {
  let rest = written.trim()
  while (rest !== '') {
    void sendUnder(newId<CommandId>(), streamId, rest.slice(0, limits.messageChars))
    rest = rest.slice(limits.messageChars).trim()
  }
}

/** A refusal is judged anew, so the same id serves: the text cannot land twice. */
export function retryText(id: CommandId, openStream: StreamId | undefined): void {
  const text = useFailedTexts.getState().failed.find((one) => one.id === id)
  if (text === undefined) return
  dropFailed(id)
  void sendUnder(id, openStream ?? text.streamId, text.text)
}
