/** A page that is never idle runs it after so long all the same, milliseconds. */
const atLatestMs = 2_000

/** Runs it when the browser has nothing better to do; returns how to call that off. */
export function whileIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(run, { timeout: atLatestMs })
    return () => cancelIdleCallback(asked)
  }
  // Safari knows no idle time.
  const timer = setTimeout(run, atLatestMs)
  return () => clearTimeout(timer)
}
