import { VolumeOff } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { setSink } from '../../components/sound/play-ring.ts'
import { useDeviceInUse } from '../../realtime/device-in-use.ts'

/** Plays the other side; a browser that holds the sound back gets a button for the click it wants. */
export function RemoteSound({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation()
  const audio = useRef<HTMLAudioElement>(null)
  const [blocked, setBlocked] = useState(false)
  const play = () => {
    audio.current?.play().then(
      () => setBlocked(false),
      // AbortError: a newer stream took its place and plays by itself.
      (error: unknown) => setBlocked(error instanceof DOMException && error.name === 'NotAllowedError'),
    )
  }
  const speaker = useDeviceInUse('speaker')
  useEffect(() => {
    if (audio.current !== null) setSink(audio.current, speaker)
  }, [speaker])
  // Not after the next paint: the first words would be lost to it.
  useLayoutEffect(() => {
    if (audio.current === null) return
    audio.current.srcObject = stream
    play()
  }, [stream])
  return (
    <>
      <audio ref={audio} autoPlay data-call-sound="remote" />
      {blocked && (
        <Button small onClick={play}>
          <VolumeOff size={14} aria-hidden="true" />
          {t('call.soundBlocked')}
        </Button>
      )}
    </>
  )
}
