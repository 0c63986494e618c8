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

type Drawn = string | number | boolean

/** What `read` tells as time passes; draws again only when that changes. */
export const useTicking = <T extends Drawn>(read: () => T): T => useSyncExternalStore(subscribe, read)

/** What `read` makes of the server's time (epoch milliseconds); draws again only when that changes. Give text or numbers. */
export function useClock<T extends Drawn>(read: (now: number) => T): T {
  const connection = useConnection()
  return useTicking(() => read(connection.now()))
}
