import { useEffect, useRef, useState } from 'react'
import { setSink } from '../../components/sound/play-ring.ts'

/** How long the test listens, milliseconds. */
const recordMs = 3_000

export type EchoPhase = 'idle' | 'recording' | 'playing' | 'done'

/** Records three seconds of the microphone and plays them back through the chosen speaker. */
export function useEcho(stream: MediaStream | undefined, speaker: string) {
  const [phase, setPhase] = useState<EchoPhase>('idle')
  const stopNow = useRef<() => void>(undefined)
  useEffect(() => () => stopNow.current?.(), [stream])

  const play = (recording: Blob) => {
    const url = URL.createObjectURL(recording)
    const audio = new Audio(url)
    setSink(audio, speaker)
    const finish = () => {
      URL.revokeObjectURL(url)
      setPhase('done')
    }
    stopNow.current = () => audio.pause()
    audio.onended = finish
    audio.onerror = finish
    setPhase('playing')
    audio.play().catch(finish)
  }

  const record = (microphone: MediaStream) => {
    const parts: Blob[] = []
    const recorder = new MediaRecorder(microphone)
    const timer = setTimeout(() => recorder.stop(), recordMs)
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = () => play(new Blob(parts, { type: recorder.mimeType }))
    stopNow.current = () => {
      clearTimeout(timer)
      recorder.onstop = null
      if (recorder.state !== 'inactive') recorder.stop()
    }
    recorder.start()
    setPhase('recording')
  }

  const busy = phase === 'recording' || phase === 'playing'
  return { phase, start: stream === undefined || busy ? undefined : () => record(stream) }
}
