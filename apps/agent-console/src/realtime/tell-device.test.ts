import { beforeEach, expect, test } from 'vitest'
import { fakeConnection } from '../testing/fake-connection.ts'
import { fakeDevices } from '../testing/fake-devices.ts'
import { chooseSound } from './sound-choices.ts'
import { useSoundDevices } from './sound-devices.ts'
import { sayDevice, tellDevice } from './tell-device.ts'

beforeEach(() => {
  fakeDevices()
  chooseSound({ checked: false })
  useSoundDevices.setState({ known: false, microphones: [], permission: 'unknown' })
})

test('[PR17] routing hears when the microphone goes and when it is back, and nothing else', () => {
  const connection = fakeConnection(() => 0)
  const stop = tellDevice(connection)
  expect(sayDevice()).toBe(true)
  chooseSound({ volume: 0.5 })
  expect(connection.sent).toEqual([])
  useSoundDevices.setState({ known: true, microphones: [] })
  useSoundDevices.setState({ microphones: [{ id: 'usb', label: 'Headset' }] })
  expect(connection.sent.map(({ name, payload }) => [name, payload])).toEqual([
    ['device:set', { soundReady: false }],
    ['device:set', { soundReady: true }],
  ])
  stop()
  useSoundDevices.setState({ permission: 'denied' })
  expect(connection.sent).toHaveLength(2)
})

test('[PR17] without a line nothing is sent; what changed meanwhile is said with the next one', () => {
  const connection = fakeConnection(() => 0)
  sayDevice()
  connection.become('reconnecting')
  const stop = tellDevice(connection)
  useSoundDevices.setState({ permission: 'denied' })
  expect(connection.sent).toEqual([])
  expect(sayDevice()).toBe(false)
  connection.become('online')
  expect(connection.sent).toEqual([])
  stop()
})
