import { createAudioLevel } from '@beckon/shared/client/audio-level'
import { useEffect, useState } from 'react'

/** How often a meter is read, milliseconds. */
const readMs = 120

/** Loudness 0 to 1 in steps of 0.05; 0 without a stream. */
export function useAudioLevel(stream: MediaStream | null): number {
  const [level, setLevel] = useState(0)
  useEffect(() => {
    if (stream === null) return
    const meter = createAudioLevel(stream)
    const timer = setInterval(() => setLevel(Math.round(meter.read() * 20) / 20), readMs)
    return () => {
      clearInterval(timer)
      meter.close()
      setLevel(0)
    }
  }, [stream])
  return level
}
