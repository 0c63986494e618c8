import { newId } from '@beckon/shared/client/new-id'
import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import { limits } from '@beckon/shared/protocol/version'
import { createStore } from '../../components/create-store.ts'
import { readySession } from '../../realtime/session-store.ts'

/** A text the server refused; it stays until it is sent again. */
export interface FailedText {
  id: CommandId
  streamId: StreamId
  text: string
  /** Epoch milliseconds, server time. */
  at: number
  code: string
}

export const useFailedTexts = createStore<{ failed: readonly FailedText[] }>(() => ({ failed: [] }))

const drop = (id: CommandId) =>
  useFailedTexts.setState(({ failed }) => ({ failed: failed.filter((one) => one.id !== id) }))

async function sendUnder(id: CommandId, streamId: StreamId, text: string): Promise<void> {
  const { connection } = readySession()
  const reply = await connection.send('message:send', { streamId, text }, id)
  if (reply.ok) return
  const refused: FailedText = { id, streamId, text, at: connection.now(), code: reply.error.code }
  useFailedTexts.setState(({ failed }) => ({ failed: [...failed, refused] }))
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
  drop(id)
  void sendUnder(id, openStream ?? text.streamId, text.text)
}
