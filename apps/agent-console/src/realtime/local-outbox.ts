import { newId } from '@beckon/shared/client/new-id'
import type { OutboxStore, PendingCommand } from '@beckon/shared/client/outbox-store'

const prefix = (agentId: string) => `beckon.outbox.${agentId}.`

const parse = (text: string | null): PendingCommand[] => {
  if (text === null) return []
  try {
    return JSON.parse(text) as PendingCommand[]
  } catch {
    // A half-written value from a full disk; the page must still open.
    return []
  }
}

/**
 * Unsent texts in localStorage, one key for each tab. `load` adopts what every tab of this agent left, also a live
 * one: sending a command twice is harmless (same id, same reply), leaving one behind is not.
 */
export function localOutbox(agentId: string, storage: Storage): OutboxStore {
  const own = prefix(agentId) + newId<string>()
  return {
    load: async () => {
      const keys = Object.keys(storage).filter((key) => key.startsWith(prefix(agentId)))
      const found = new Map(keys.flatMap((key) => parse(storage.getItem(key))).map((command) => [command.id, command]))
      const pending = [...found.values()].sort((a, b) => a.at - b.at)
      if (pending.length > 0) storage.setItem(own, JSON.stringify(pending))
      for (const key of keys) if (key !== own) storage.removeItem(key)
      return pending
    },
    save: (pending) => {
      if (pending.length === 0) storage.removeItem(own)
      else storage.setItem(own, JSON.stringify(pending))
    },
  }
}
