import { useEffect, useState } from 'react'

/** `now()` read anew every second while a timer is on the screen. */
export function useClock(now: () => number): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1_000)
    return () => clearInterval(timer)
  }, [now])
  return time
}
