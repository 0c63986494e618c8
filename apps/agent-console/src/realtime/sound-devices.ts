import { create } from 'zustand'

export interface SoundDevice {
  id: string
  /** Empty until the microphone was allowed once: browsers keep the names to themselves. */
  label: string
}

export interface SoundDevices {
  /** False until the browser has answered. */
  known: boolean
  microphones: readonly SoundDevice[]
  outputs: readonly SoundDevice[]
  /** `unknown` where the browser does not tell. */
  permission: PermissionState | 'unknown'
}

const start: SoundDevices = { known: false, microphones: [], outputs: [], permission: 'unknown' }
export const useSoundDevices = create<SoundDevices>()(() => start)

/** A call and its ring need a page that browsers trust: https, or this very computer. */
export const soundPossible = (): boolean => navigator.mediaDevices !== undefined

/** Without permission browsers list one nameless device of a kind, with an empty id: it is the default one. */
const ofKind = (devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind): SoundDevice[] =>
  devices
    .filter((device) => device.kind === kind && device.deviceId !== 'default' && device.deviceId !== 'communications')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))

/** Call it after the microphone was asked for, too: only then have the devices names. */
export async function readSoundDevices(): Promise<void> {
  if (!soundPossible()) return
  const devices = await navigator.mediaDevices.enumerateDevices()
  useSoundDevices.setState({
    known: true,
    microphones: ofKind(devices, 'audioinput'),
    outputs: ofKind(devices, 'audiooutput'),
  })
}

async function watchPermission(signal: AbortSignal): Promise<void> {
  const status = await navigator.permissions.query({ name: 'microphone' })
  const read = () => {
    useSoundDevices.setState({ permission: status.state })
    void readSoundDevices()
  }
  if (signal.aborted) return
  read()
  status.addEventListener('change', read, { signal })
}

/** Keeps the store true while devices come and go and the permission changes; returns stop. */
export function watchSoundDevices(): () => void {
  const over = new AbortController()
  if (soundPossible()) {
    void readSoundDevices()
    navigator.mediaDevices.addEventListener('devicechange', () => void readSoundDevices(), { signal: over.signal })
    // Firefox before 132 does not tell of the microphone: `unknown` then, and asking shows.
    watchPermission(over.signal).catch(() => undefined)
  }
  return () => over.abort()
}
