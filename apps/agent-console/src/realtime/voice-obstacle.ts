import { useSoundChoices } from './sound-choices.ts'
import { soundPossible, useSoundDevices } from './sound-devices.ts'

/** Why this device cannot take calls; each has its remedy in the catalogue. */
export type VoiceObstacle = 'insecure' | 'blocked' | 'no-microphone' | 'unchecked'

/** The first that stands in the way of calls on this device, undefined when nothing does. */
export function useVoiceObstacle(): VoiceObstacle | undefined {
  const checked = useSoundChoices((s) => s.checked)
  const blocked = useSoundDevices((s) => s.permission === 'denied')
  const none = useSoundDevices((s) => s.known && s.microphones.length === 0)
  if (!soundPossible()) return 'insecure'
  if (blocked) return 'blocked'
  if (none) return 'no-microphone'
  return checked ? undefined : 'unchecked'
}
