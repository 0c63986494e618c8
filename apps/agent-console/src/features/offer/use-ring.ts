import { useEffect, useSyncExternalStore } from 'react'
import { createRingTone } from './ring-tone.ts'

const tone = createRingTone()

interface Ring {
  audible: boolean
  /** There only while the browser holds the sound back. */
  unblock: (() => void) | undefined
}

export function useRing(ringing: boolean): Ring {
  useEffect(() => {
    if (!ringing) return
    tone.start()
    return () => tone.stop()
  }, [ringing])
  const state = useSyncExternalStore(tone.subscribe, tone.state)
  return { audible: state === 'audible', unblock: state === 'blocked' ? tone.unblock : undefined }
}
