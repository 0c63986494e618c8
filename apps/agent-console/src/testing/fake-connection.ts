import type { ConnectionStatus } from '@beckon/shared/client/connection'
import { newId } from '@beckon/shared/client/new-id'
import type { PendingCommand } from '@beckon/shared/client/outbox-store'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { Entry } from '@beckon/shared/model/entry'
import { TabId } from '@beckon/shared/model/ids'
import type { CommandName } from '@beckon/shared/protocol/commands'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { ConsoleConnection } from '../realtime/connection-context.ts'

export interface SentCommand {
  id: string
  name: CommandName
  payload: unknown
}

export interface FakeConnection extends ConsoleConnection {
  readonly sent: readonly SentCommand[]
  /** The stream of each key pressed. */
  readonly keys: readonly string[]
  show(view: AgentView): void
  append(streamId: string, ...entries: Entry[]): void
  /** The customer of that conversation begins or stops writing. */
  types(streamId: string, on: boolean): void
  become(status: ConnectionStatus): void
  /** Answers every command from now on; undefined leaves it pending. Without it all is `ok` with null. */
  answer(reply: (command: SentCommand) => Reply<unknown> | undefined): void
}

/** A line to a server that the test plays itself; `now` is the server's clock. */
export function fakeConnection(now: () => number): FakeConnection {
  const sent: SentCommand[] = []
  const keys: string[] = []
  const typists = new Set<string>()
  const listeners = new Set<() => void>()
  const followers = new Map<string, (entries: readonly Entry[]) => void>()
  const logs = new Map<string, Entry[]>()
  let status: ConnectionStatus = 'online'
  let view: AgentView | undefined
  let pending: PendingCommand[] = []
  let judge: (command: SentCommand) => Reply<unknown> | undefined = () => ({ ok: true, value: null })
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    sent,
    keys,
    tabId: TabId.parse('00000000-0000-4000-8000-0000000000aa'),
    status: () => status,
    restarting: () => false,
    view: () => view,
    now,
    pending: () => pending,
    send: (name, payload, id = newId()) => {
      const command = { id, name, payload }
      sent.push(command)
      const reply = judge(command)
      if (reply !== undefined) return Promise.resolve(reply as never)
      pending = [...pending, { ...command, at: now() }]
      tell()
      return new Promise(() => undefined)
    },
    follow(streamId, onEntries) {
      followers.set(streamId, onEntries)
      const log = logs.get(streamId)
      if (log !== undefined) onEntries(log)
      return () => void followers.delete(streamId)
    },
    typed: (streamId) => void keys.push(streamId),
    typing: (streamId) => typists.has(streamId),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => listeners.clear(),
    show(next) {
      view = next
      tell()
    },
    append(streamId, ...entries) {
      logs.set(streamId, [...(logs.get(streamId) ?? []), ...entries])
      followers.get(streamId)?.(entries)
    },
    types(streamId, on) {
      if (on) typists.add(streamId)
      else typists.delete(streamId)
      tell()
    },
    become(next) {
      status = next
      tell()
    },
    answer(reply) {
      judge = reply
    },
  }
}
