import { type MicrophoneRefusal, refusalOf } from './microphone.ts'

/** A microphone is not held open longer for somebody who has yet to answer. */
export const preparedMs = 20_000

export const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

/** A microphone that was opened after a click, before there is a call to speak in. */
export interface PreparedMicrophone {
  /** Settles with why not, when it cannot be opened. */
  open(): Promise<MicrophoneRefusal | undefined>
  isOpen(): boolean
  /** It is the taker's from now on; undefined: there is none. */
  take(): Promise<MediaStream> | undefined
  /** Nobody lets go of what was taken any more. */
  keep(): void
  letGo(): void
}

/** `onTimeout`: nobody has answered for `preparedMs`, whoever has the microphone by now. */
export function createPreparedMicrophone(
  getMicrophone: () => Promise<MediaStream>,
  onTimeout: () => void,
): PreparedMicrophone {
  let held: Promise<MediaStream> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(): Promise<MediaStream> | undefined {
    const microphone = held
    held = undefined
    return microphone
  }

  function letGo(): void {
    clearTimeout(timer)
    // Refused: there is nothing to let go of.
    take()?.then(stopTracks, () => undefined)
  }

  return {
    async open() {
      letGo()
      const microphone = getMicrophone()
      held = microphone
      timer = setTimeout(onTimeout, preparedMs)
      try {
        await microphone
        return undefined
      } catch (error) {
        if (held === microphone) letGo()
        return refusalOf(error)
      }
    },
    isOpen: () => held !== undefined,
    take,
    keep: () => clearTimeout(timer),
    letGo,
  }
}
