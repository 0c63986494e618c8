import type { OutboxStore, PendingCommand } from '@beckon/shared/client/connection'
import { keepInHost, useHost } from './host-store.ts'

const commandNames: readonly string[] = ['message:send', 'file:send', 'page:answer']

function isPending(value: unknown): value is PendingCommand {
  const given = value as Partial<PendingCommand> | null
  return typeof given?.id === 'string' && typeof given.at === 'number' && commandNames.includes(String(given.name))
}

function parsePending(text: string): PendingCommand[] {
  try {
    const stored: unknown = JSON.parse(text)
    return Array.isArray(stored) ? stored.filter(isPending) : []
  } catch {
    // Another script of the host page wrote over it: there is nothing to send again.
    return []
  }
}

/** Unsent texts outlive the page in the host page's storage, by way of the loader. */
export const hostOutbox: OutboxStore = {
  load: () => Promise.resolve(parsePending(useHost.getState().state.kept.outbox ?? '[]')),
  save: (pending) => keepInHost('outbox', pending.length === 0 ? null : JSON.stringify(pending)),
}
