import { type CustomerConnection, useSession } from './session-store.ts'

/** Each line to the server, also the present one, gets its watcher; the one of the line before it ends. */
export function eachSession(watch: (connection: CustomerConnection) => () => void): void {
  let stop: (() => void) | undefined
  const look = () => {
    const { session } = useSession.getState()
    stop?.()
    stop = session.phase === 'ready' ? watch(session.connection) : undefined
  }
  useSession.subscribe(look)
  look()
}
