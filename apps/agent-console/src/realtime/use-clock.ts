import { useSyncExternalStore } from 'react'
import { useConnection } from './connection-context.ts'

/** Often enough that a second never looks long, milliseconds. */
const tickMs = 250

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One interval for every clock on the screen. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** What `read` makes of the server's time (epoch milliseconds); draws again only when that changes. Give text or numbers. */
export function useClock<T extends string | number | boolean>(read: (now: number) => T): T {
  const connection = useConnection()
  return useSyncExternalStore(subscribe, () => read(connection.now()))
}
