import type { CallSession } from '@beckon/shared/client/call-session'
import { type CallQuality, judgeQuality, unknownQuality } from '@beckon/shared/rules/call-quality'
import { useEffect, useState } from 'react'

/** How often the line is looked at, milliseconds: two samples make the first word. */
const sampleMs = 2_000

/** How the other side's sound comes through; undefined while there is none to judge. */
export function useCallQuality(
  session: Pick<CallSession, 'sample'> | undefined,
  talking: boolean,
): CallQuality | undefined {
  const [quality, setQuality] = useState<CallQuality>()
  useEffect(() => {
    if (!talking || session === undefined) return
    let state = unknownQuality
    let over = false
    const look = async () => {
      const sample = await session.sample()
      if (over || sample === undefined) return
      const judged = state.last !== undefined
      state = judgeQuality(state, sample)
      if (judged) setQuality(state.quality)
    }
    const timer = setInterval(() => void look(), sampleMs)
    return () => {
      over = true
      clearInterval(timer)
      setQuality(undefined)
    }
  }, [session, talking])
  return quality
}
