import type { PendingCommand } from '@beckon/shared/client/connection'
import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import { createStore } from '../components/create-store.ts'

/** A text the server refused; it stays until it is sent again or removed. */
export interface FailedText {
  id: CommandId
  streamId: StreamId
  text: string
  /** Epoch milliseconds, server time. */
  at: number
  code: string
}

export const useFailedTexts = createStore<{ failed: readonly FailedText[] }>(() => ({ failed: [] }))

export const dropFailed = (id: CommandId): void =>
  useFailedTexts.setState(({ failed }) => ({ failed: failed.filter((one) => one.id !== id) }))

/** Whatever page it was written on. */
export function addFailed({ id, name, payload, at }: PendingCommand, code: string): void {
  if (name !== 'message:send') return
  const written = payload as { streamId: StreamId; text: string }
  useFailedTexts.setState(({ failed }) => ({ failed: [...failed, { ...written, id, at, code }] }))
}
