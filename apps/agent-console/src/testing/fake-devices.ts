import { vi } from 'vitest'
import { useSoundDevices } from '../realtime/sound-devices.ts'

const device = (kind: MediaDeviceKind, deviceId: string, label: string) =>
  ({ kind, deviceId, label, groupId: '' }) as MediaDeviceInfo

export interface FakeDevices {
  /** What the browser was asked for, newest last. */
  asked: MediaStreamConstraints[]
  /** From now on asking for the microphone fails with this name. */
  refuse(name: 'NotAllowedError' | 'NotFoundError'): void
  grant(): void
  plug(...devices: MediaDeviceInfo[]): void
  /** Loudness every meter reads from now on, 0 to 1. */
  speak(level: number): void
}

export const headset = [
  device('audioinput', 'mic-usb', 'USB headset'),
  device('audioinput', 'mic-web', 'Webcam'),
  device('audiooutput', 'out-usb', 'USB headset'),
  device('audiooutput', 'out-desk', 'Desk speaker'),
]

/** A computer with a headset, for pages whose environment has neither devices nor sound. */
export function fakeDevices(): FakeDevices {
  let plugged: MediaDeviceInfo[] = headset
  let refusal: string | undefined
  let level = 0
  const asked: MediaStreamConstraints[] = []
  const events = new EventTarget()
  const stream = () => ({ getTracks: () => [{ stop: vi.fn() }] }) as unknown as MediaStream
  const mediaDevices = Object.assign(events, {
    enumerateDevices: () => Promise.resolve(plugged),
    getUserMedia: (wanted: MediaStreamConstraints) => {
      asked.push(wanted)
      return refusal === undefined ? Promise.resolve(stream()) : Promise.reject(new DOMException('no', refusal))
    },
  })
  class FakeAudio {
    readonly state = 'running'
    createMediaStreamSource = () => ({ connect: vi.fn(), disconnect: vi.fn() })
    createAnalyser = () => ({ fftSize: 512, getFloatTimeDomainData: (into: Float32Array) => into.fill(level * 0.3) })
    resume = () => Promise.resolve()
    close = () => Promise.resolve()
    setSinkId() {
      return Promise.resolve()
    }
  }
  vi.stubGlobal('AudioContext', FakeAudio)
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true })
  useSoundDevices.setState(useSoundDevices.getInitialState(), true)
  return {
    asked,
    refuse: (name) => (refusal = name),
    grant: () => (refusal = undefined),
    plug: (...devices) => {
      plugged = devices
      events.dispatchEvent(new Event('devicechange'))
    },
    speak: (loudness) => (level = loudness),
  }
}
