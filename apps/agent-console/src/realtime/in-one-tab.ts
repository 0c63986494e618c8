/** Does it in one of this agent's tabs only, when several come to it at the same time. */
export async function inOneTab(name: string, act: () => Promise<unknown>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await act()
  })
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

/** `held` is called once this tab is the only one; it stays so until `signal`, or the end of the tab, gives it up. */
export function holdAlone(name: string, signal: AbortSignal, held: () => void): void {
  navigator.locks
    .request(name, { signal }, async () => {
      if (signal.aborted) return
      held()
      await aborted(signal)
    })
    // AbortError: it is not wanted any more, and another tab had it all along.
    .catch(() => undefined)
}

/** Any number of tabs may hold it side by side, e.g. "I am on the screen". */
export function holdTogether(name: string, signal: AbortSignal): void {
  navigator.locks
    .request(name, { signal, mode: 'shared' }, () => (signal.aborted ? undefined : aborted(signal)))
    .catch(() => undefined)
}

export async function isHeld(name: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return held.some((lock) => lock.name === name)
}
