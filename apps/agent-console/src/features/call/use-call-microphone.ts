import type { CallSession } from '@beckon/shared/client/call-session'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDeviceInUse } from '../../realtime/device-in-use.ts'
import { useSoundChoices } from '../../realtime/sound-choices.ts'
import { useSoundDevices } from '../../realtime/sound-devices.ts'

/** What became of a microphone that was pulled out: another speaks now, or none is left. */
export type MicrophoneNotice = 'replaced' | 'gone'

/** Keeps the call on the chosen microphone: when the agent chooses another, pulls it out or plugs it in again. */
export function useCallMicrophone(
  session: Pick<CallSession, 'changeMicrophone'> | undefined,
  microphone: MediaStream | null,
): MicrophoneNotice | undefined {
  const wanted = useDeviceInUse('microphone')
  const used = useRef(wanted)
  const changing = useRef(false)
  const plugged = useSoundDevices((s) => s.microphones.length)
  const [notice, setNotice] = useState<MicrophoneNotice>()
  const change = useEffectEvent(async (after: MicrophoneNotice | undefined) => {
    if (changing.current) return
    changing.current = true
    used.current = wanted
    try {
      await session?.changeMicrophone()
      setNotice(after)
    } catch {
      // Nothing to speak with is left; the bar says so, and the next device that is plugged in is tried.
      setNotice('gone')
    }
    changing.current = false
  })
  useEffect(() => {
    if (microphone === null) return
    const pulledOut = wanted === '' && useSoundChoices.getState().microphone !== ''
    if (used.current !== wanted) void change(pulledOut ? 'replaced' : undefined)
    const [track] = microphone.getAudioTracks()
    const onEnded = () => void change('replaced')
    track?.addEventListener('ended', onEnded)
    return () => track?.removeEventListener('ended', onEnded)
  }, [microphone, wanted])
  const again = useEffectEvent(() => {
    if (notice === 'gone' && plugged > 0) void change('replaced')
  })
  useEffect(() => again(), [plugged])
  return microphone === null ? undefined : notice
}
