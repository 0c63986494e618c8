type Held = (lock: Lock | null) => unknown

/** Web Locks as far as the desk uses them, which happy-dom does not have: exclusive, first come, first served. */
export function fakeLocks(): LockManager {
  const queues = new Map<string, Promise<unknown>>()
  const lockOf = (name: string): Lock => ({ name, mode: 'exclusive' })
  const request = async (name: string, options: LockOptions | Held, held: Held = options as Held) => {
    const { ifAvailable = false, signal } = typeof options === 'function' ? {} : options
    const before = queues.get(name)
    if (before !== undefined && ifAvailable) return held(null)
    const turn = (before ?? Promise.resolve()).then(() => (signal?.aborted === true ? undefined : held(lockOf(name))))
    queues.set(name, turn)
    const result = await turn
    if (queues.get(name) === turn) queues.delete(name)
    return result
  }
  const query = () => Promise.resolve({ held: [...queues.keys()].map((name) => lockOf(name)), pending: [] })
  return { request, query } as unknown as LockManager
}
