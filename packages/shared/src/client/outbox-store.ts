import type { CommandId } from '../model/ids.ts'
import type { CommandName } from '../protocol/commands.ts'

/** A command whose acknowledgement is not here yet: unknown, so it is kept and sent again under the same id. */
export interface PendingCommand {
  id: CommandId
  name: CommandName
  payload: unknown
  /** Epoch milliseconds, server time as this page knows it. */
  at: number
}

/** Where unsent log commands (messages, notes, pushed pages) outlive the page. */
export interface OutboxStore {
  load(): Promise<PendingCommand[]>
  save(pending: readonly PendingCommand[]): void
}
