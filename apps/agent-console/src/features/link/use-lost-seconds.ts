import { useEffect, useState } from 'react'

/** For how long the line is lost, whole seconds; by the page's own clock, because the server's is out of reach. */
export function useLostSeconds(lost: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    setSeconds(0)
    if (!lost) return
    const since = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - since) / 1_000)), 1_000)
    return () => clearInterval(timer)
  }, [lost])
  return seconds
}
