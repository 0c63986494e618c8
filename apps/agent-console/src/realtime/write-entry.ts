import { newId } from '@beckon/shared/client/new-id'
import type { CommandId } from '@beckon/shared/model/ids'
import type { ConsoleConnection } from './connection-context.ts'
import { addFailed, dropFailed, type FailedWriting, type Writing } from './failed-store.ts'

/** Adds to a stream. Waiting shows as "sending" (the outbox); a refusal is kept as "not sent". True when it was written. */
export async function writeEntry(
  connection: ConsoleConnection,
  writing: Writing,
  id = newId<CommandId>(),
): Promise<boolean> {
  const at = connection.now()
  const reply = await connection.send(writing.name, writing.payload, id)
  if (!reply.ok) addFailed({ ...writing, id, at, code: reply.error.code })
  return reply.ok
}

/** The same id again: had it been written after all, the first reply comes back and nothing is doubled. */
export function retryEntry(
  connection: ConsoleConnection,
  { id, at: _at, code: _code, ...writing }: FailedWriting,
): Promise<boolean> {
  dropFailed(id)
  return writeEntry(connection, writing, id)
}
