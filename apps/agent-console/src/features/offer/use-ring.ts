import { useEffect, useSyncExternalStore } from 'react'
import { ringer } from '../../realtime/ringer.ts'

/** An offer that is answered at once is not worth a sound, milliseconds. */
export const ringAfterMs = 150

interface Ring {
  /** It rings here, or in another tab of this agent. */
  audible: boolean
  /** There only while the browser holds the sound back in every tab. */
  unblock: (() => void) | undefined
}

export function useRing(ringing: boolean): Ring {
  useEffect(() => {
    if (!ringing) return
    const timer = setTimeout(() => ringer.start(), ringAfterMs)
    return () => {
      clearTimeout(timer)
      ringer.stop()
    }
  }, [ringing])
  const state = useSyncExternalStore(ringer.subscribe, ringer.state)
  return { audible: state === 'audible', unblock: state === 'blocked' ? ringer.unblock : undefined }
}
