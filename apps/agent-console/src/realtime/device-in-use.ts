import { useSoundChoices } from './sound-choices.ts'
import { useSoundDevices } from './sound-devices.ts'

/** The chosen device while it is plugged in; empty: the default one, chosen or as the one left. */
export function useDeviceInUse(kind: 'microphone' | 'speaker'): string {
  const chosen = useSoundChoices((s) => s[kind])
  const plugged = useSoundDevices(
    ({ known, microphones, outputs }) =>
      !known || (kind === 'microphone' ? microphones : outputs).some(({ id }) => id === chosen),
  )
  return plugged ? chosen : ''
}
