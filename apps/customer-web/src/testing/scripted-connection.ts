import type { ConnectionStatus, PendingCommand } from '@beckon/shared/client/connection'
import { newId } from '@beckon/shared/client/new-id'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { StreamId, TabId } from '@beckon/shared/model/ids'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import { ok, type Reply } from '@beckon/shared/protocol/reply'
import { nothingLive, useLive } from '../realtime/live-store.ts'
import { type CustomerConnection, useSession } from '../realtime/session-store.ts'

interface SentCommand {
  name: string
  payload: unknown
  id: string | undefined
}

/** A line to a server that a test speaks for. */
export function scriptedConnection() {
  const listeners = new Set<() => void>()
  const followers = new Map<StreamId, (entries: readonly Entry[]) => void>()
  const sent: SentCommand[] = []
  const keys: StreamId[] = []
  const typists = new Set<StreamId>()
  let view: CustomerView | undefined
  let status: ConnectionStatus = 'online'
  let pending: readonly PendingCommand[] = []
  let reply: Reply<unknown> = ok(null)
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const connection: CustomerConnection = {
    tabId: newId<TabId>(),
    status: () => status,
    restarting: () => false,
    view: () => view,
    now: () => 100_000,
    pending: () => pending,
    send: (name, payload, id) => {
      sent.push({ name, payload, id })
      return Promise.resolve(reply as never)
    },
    follow: (streamId, onEntries) => {
      followers.set(streamId, onEntries)
      return () => void followers.delete(streamId)
    },
    typed: (streamId) => void keys.push(streamId),
    typing: (streamId) => typists.has(streamId),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => undefined,
  }
  return {
    connection,
    sent,
    /** The stream of each key the customer pressed. */
    keys,
    /** The agent begins or stops writing. */
    types(streamId: StreamId, on: boolean) {
      if (on) typists.add(streamId)
      else typists.delete(streamId)
      changed()
    },
    followers,
    /** What the server says to the commands that follow. */
    answersWith: (next: Reply<unknown>) => void (reply = next),
    shows(next: CustomerView) {
      view = next
      changed()
    },
    isNow(next: ConnectionStatus) {
      status = next
      changed()
    },
    waitsFor(next: readonly PendingCommand[]) {
      pending = next
      changed()
    },
    appends: (streamId: StreamId, entries: readonly Entry[]) => followers.get(streamId)?.(entries),
  }
}

/** A visitor of Blue Sky on that line. */
export function scriptedSession() {
  const script = scriptedConnection()
  const subjects = [{ key: 'baggage', name: 'Baggage' }]
  const files: FilePolicy = { kinds: ['image', 'pdf', 'text'], maxBytes: 10_000_000 }
  useLive.setState(nothingLive, true)
  useSession.setState({
    session: {
      phase: 'ready',
      site: { key: 'bluesky', name: 'Blue Sky', theme: {}, subjects, pages: [], files },
      customer: { name: '', identified: false },
      token: null,
      connection: script.connection,
    },
  })
  return script
}
