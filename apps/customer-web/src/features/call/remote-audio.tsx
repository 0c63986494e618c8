import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { t } from '../../components/catalogue/text.ts'

/** The other side's voice. A browser that will not play without a click gets a button for one. */
export function RemoteAudio({ stream }: { stream: MediaStream }) {
  const element = useRef<HTMLAudioElement>(null)
  const [blocked, setBlocked] = useState(false)
  const play = () => {
    element.current?.play().then(
      () => setBlocked(false),
      () => setBlocked(true),
    )
  }
  // Not after the next paint: the first words would be lost to it.
  useLayoutEffect(() => {
    if (element.current === null) return
    element.current.srcObject = stream
    play()
  }, [stream])
  return (
    <>
      <audio ref={element} autoPlay aria-hidden="true" />
      {blocked && (
        <Button kind="main" onPress={play}>
          {t('call.sound')}
        </Button>
      )}
    </>
  )
}
