import { MicrophoneError } from '@beckon/shared/client/microphone'
import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { chooseSound } from '../../realtime/sound-choices.ts'
import { readSoundDevices, watchSoundDevices } from '../../realtime/sound-devices.ts'
import { type FakeDevices, fakeDevices, headset } from '../../testing/fake-devices.ts'
import { useCallMicrophone } from './use-call-microphone.ts'

let devices: FakeDevices
const track = new EventTarget()
const microphone = { getAudioTracks: () => [track] } as unknown as MediaStream

beforeEach(async () => {
  devices = fakeDevices()
  chooseSound({ microphone: 'mic-usb' })
  await readSoundDevices()
  return watchSoundDevices()
})

function inCall() {
  const changeMicrophone = vi.fn(() => Promise.resolve())
  const { result } = renderHook(() => useCallMicrophone({ changeMicrophone }, microphone))
  const happens = (what: () => void) => act(async () => what())
  return { changeMicrophone, notice: () => result.current, happens }
}
const without = (id: string) => headset.filter(({ deviceId }) => deviceId !== id)

test('[VO12] a headset that is pulled out in a call gives way to the default, and is taken again when it is back', async () => {
  const { changeMicrophone, notice, happens } = inCall()
  expect(changeMicrophone).not.toHaveBeenCalled()
  await happens(() => devices.plug(...without('mic-usb')))
  expect(changeMicrophone).toHaveBeenCalledTimes(1)
  expect(notice()).toBe('replaced')
  await happens(() => devices.plug(...headset))
  expect(changeMicrophone).toHaveBeenCalledTimes(2)
  expect(notice()).toBeUndefined()
})

test('[VO12] an agent who chooses another microphone in a call speaks through it, with no alarm', async () => {
  const { changeMicrophone, notice, happens } = inCall()
  await happens(() => chooseSound({ microphone: 'mic-web' }))
  await happens(() => chooseSound({ microphone: '' }))
  expect(changeMicrophone).toHaveBeenCalledTimes(2)
  expect(notice()).toBeUndefined()
})

test('[VO12] without any microphone the agent is told, and the next one that is plugged in is used', async () => {
  chooseSound({ microphone: '' })
  const { changeMicrophone, notice, happens } = inCall()
  changeMicrophone.mockRejectedValueOnce(new MicrophoneError('missing'))
  await happens(() => devices.plug())
  await happens(() => track.dispatchEvent(new Event('ended')))
  expect(notice()).toBe('gone')
  await happens(() => devices.plug(...headset))
  expect(changeMicrophone).toHaveBeenCalledTimes(2)
  expect(notice()).toBe('replaced')
})
