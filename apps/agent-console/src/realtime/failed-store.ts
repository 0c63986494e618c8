import type { PendingCommand } from '@beckon/shared/client/outbox-store'
import type { CommandId } from '@beckon/shared/model/ids'
import type { Payload } from '@beckon/shared/protocol/commands'
import type { ErrorCode } from '@beckon/shared/protocol/reply'
import { create } from 'zustand'

/** What an agent adds to a stream. */
export type WritingName = 'message:send' | 'note:add' | 'page:push'
export type Writing = { [N in WritingName]: { name: N; payload: Payload<N> } }[WritingName]

export const isWriting = (command: { name: string; payload: unknown }): command is Writing =>
  command.name === 'message:send' || command.name === 'note:add' || command.name === 'page:push'

export type FailedWriting = Writing & { id: CommandId; at: number; code: ErrorCode }

/** Refused by the server, kept on the screen until the agent tries again or discards it. */
export const useFailed = create<{ failed: readonly FailedWriting[] }>()(() => ({ failed: [] }))

export const addFailed = (writing: FailedWriting) =>
  useFailed.setState(({ failed }) => ({ failed: [...failed, writing] }))

/** What an earlier page had left, and nobody of this one waits for. */
export function addRefused({ id, at, ...command }: PendingCommand, code: ErrorCode): void {
  if (isWriting(command)) addFailed({ ...command, id, at, code })
}

export const dropFailed = (id: CommandId) =>
  useFailed.setState(({ failed }) => ({ failed: failed.filter((writing) => writing.id !== id) }))
