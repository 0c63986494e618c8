import { askMicrophone, type MicrophoneRefusal, refusalOf } from '@beckon/shared/client/microphone'
import { useEffect, useState } from 'react'
import { readSoundDevices } from '../../realtime/sound-devices.ts'

export type MicrophoneState =
  | { kind: 'asking' }
  | { kind: 'open'; stream: MediaStream }
  | { kind: 'refused'; reason: MicrophoneRefusal }

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}

/** Opens the chosen microphone for as long as the check is on the screen; `again` asks once more. */
export function useMicrophone(deviceId: string): { state: MicrophoneState; again: () => void } {
  const [state, setState] = useState<MicrophoneState>({ kind: 'asking' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let over = false
    let opened: MediaStream | undefined
    setState({ kind: 'asking' })
    askMicrophone(deviceId).then(
      (stream) => {
        if (over) return stop(stream)
        opened = stream
        setState({ kind: 'open', stream })
        // Only now do the devices have names.
        void readSoundDevices()
      },
      (error: unknown) => {
        if (!over) setState({ kind: 'refused', reason: refusalOf(error) })
      },
    )
    return () => {
      over = true
      if (opened !== undefined) stop(opened)
    }
  }, [deviceId, attempt])
  return { state, again: () => setAttempt(attempt + 1) }
}
