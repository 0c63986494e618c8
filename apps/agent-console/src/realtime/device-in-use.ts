import { useSoundChoices } from './sound-choices.ts'
import { type SoundDevices, useSoundDevices } from './sound-devices.ts'

type Kind = 'microphone' | 'speaker'

const isPlugged = (kind: Kind, id: string, { known, microphones, outputs }: SoundDevices): boolean =>
  !known || (kind === 'microphone' ? microphones : outputs).some((device) => device.id === id)

/** The chosen device while it is plugged in; empty: the default one, chosen or as the one left. */
export function deviceInUse(kind: Kind): string {
  const chosen = useSoundChoices.getState()[kind]
  return isPlugged(kind, chosen, useSoundDevices.getState()) ? chosen : ''
}

export function useDeviceInUse(kind: Kind): string {
  const chosen = useSoundChoices((s) => s[kind])
  return useSoundDevices((devices) => isPlugged(kind, chosen, devices)) ? chosen : ''
}
