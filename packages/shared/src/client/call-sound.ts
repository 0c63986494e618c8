import type { CallSessionState } from './call-session-state.ts'

export interface CallSound {
  /** Plays what can be heard in this state, from the moment it is there: no screen has to be drawn first. */
  follow(state: CallSessionState): void
  /** The output of this and every later call; empty: the default one. */
  playThrough(deviceId: string): void
  /** For the click that a browser waits for which holds the sound back; undefined while it does not. */
  unblock(): (() => void) | undefined
  /** Nothing will be heard any more. */
  remove(): void
}

function makeAudio(): HTMLAudioElement {
  const audio = document.createElement('audio')
  audio.autoplay = true
  audio.dataset['callSound'] = 'remote'
  document.body.append(audio)
  return audio
}

/** The other side's voice. `changed`: `unblock` is another. */
export function createCallSound(changed: () => void, make = makeAudio): CallSound {
  // Made before there is anything to hear: the first one of a page takes a browser some time.
  const audio = make()
  let stream: MediaStream | null = null
  let output = ''
  let isBlocked = false

  function become(blocked: boolean): void {
    if (isBlocked === blocked) return
    isBlocked = blocked
    changed()
  }

  function play(): void {
    const playing = stream
    audio.play().then(
      () => become(false),
      // AbortError: a newer stream took its place and plays by itself.
      (error: unknown) =>
        become(playing === stream && error instanceof DOMException && error.name === 'NotAllowedError'),
    )
  }

  return {
    follow(state) {
      const next = 'remoteStream' in state ? state.remoteStream : null
      if (next === stream) return
      stream = next
      audio.srcObject = next
      if (next === null) become(false)
      else play()
    },
    playThrough(deviceId) {
      if (deviceId === output) return
      output = deviceId
      // A device that is gone leaves the default one playing.
      if ('setSinkId' in audio) audio.setSinkId(output).catch(() => undefined)
    },
    unblock: () => (isBlocked ? play : undefined),
    remove: () => audio.remove(),
  }
}
