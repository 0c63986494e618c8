import { type SoundChoices, useSoundChoices } from './sound-choices.ts'
import { type SoundDevices, soundPossible, useSoundDevices } from './sound-devices.ts'

/** Why this device cannot take calls; each has its remedy in the catalogue. */
export type VoiceObstacle = 'insecure' | 'blocked' | 'no-microphone' | 'unchecked'

/** The first that stands in the way of calls on this device, undefined when nothing does. */
function firstObstacle({ checked }: SoundChoices, devices: SoundDevices): VoiceObstacle | undefined {
  if (!soundPossible()) return 'insecure'
  if (devices.permission === 'denied') return 'blocked'
  if (devices.known && devices.microphones.length === 0) return 'no-microphone'
  return checked ? undefined : 'unchecked'
}

export function useVoiceObstacle(): VoiceObstacle | undefined {
  const choices = useSoundChoices()
  return firstObstacle(choices, useSoundDevices())
}

/** A call can come here: nothing stands in its way but, at most, that nobody has listened yet. */
export function soundReady(): boolean {
  const obstacle = firstObstacle(useSoundChoices.getState(), useSoundDevices.getState())
  return obstacle === undefined || obstacle === 'unchecked'
}
