import { beforeEach, expect, test, vi } from 'vitest'
import { forgetLocally } from '../features/sign-in/use-sign-out.ts'
import { fakeConnection } from '../testing/fake-connection.ts'
import { fakeDevices } from '../testing/fake-devices.ts'
import { useScreen } from './screen-store.ts'
import { chooseSound } from './sound-choices.ts'
import { useSoundDevices } from './sound-devices.ts'
import { sayDevice, tellDevice } from './tell-device.ts'
import { thisDevice } from './this-device.ts'

const called = (kind: string) => `a ${kind}`

beforeEach(() => {
  fakeDevices()
  chooseSound({ checked: false })
  useSoundDevices.setState({ known: false, microphones: [], permission: 'unknown' })
  useScreen.setState({ up: true })
})

test('[PR17] routing hears when the microphone goes and when it is back, and nothing else', () => {
  const connection = fakeConnection(() => 0)
  const stop = tellDevice(connection)
  expect(sayDevice(called)).toMatchObject({ soundReady: true, device: 'desktop' })
  chooseSound({ volume: 0.5 })
  expect(connection.sent).toEqual([])
  useSoundDevices.setState({ known: true, microphones: [] })
  useSoundDevices.setState({ microphones: [{ id: 'usb', label: 'Headset' }] })
  expect(connection.sent.map(({ name, payload }) => [name, payload])).toEqual([
    ['device:set', { soundReady: false, screenUp: true }],
    ['device:set', { soundReady: true, screenUp: true }],
  ])
  stop()
  useSoundDevices.setState({ permission: 'denied' })
  expect(connection.sent).toHaveLength(2)
})

test('[PR17] without a line nothing is sent; what changed meanwhile is said with the next one', () => {
  const connection = fakeConnection(() => 0)
  sayDevice(called)
  connection.become('reconnecting')
  const stop = tellDevice(connection)
  useSoundDevices.setState({ permission: 'denied' })
  expect(connection.sent).toEqual([])
  expect(sayDevice(called)).toMatchObject({ soundReady: false })
  connection.become('online')
  expect(connection.sent).toEqual([])
  stop()
})

test('[PR22] a page connects before its desk is drawn, says so, and says it is up the moment it is', () => {
  useScreen.setState({ up: false })
  const connection = fakeConnection(() => 0)
  const stop = tellDevice(connection)
  expect(sayDevice(called)).toMatchObject({ screenUp: false })
  useScreen.setState({ up: true })
  expect(connection.sent.map(({ payload }) => payload)).toEqual([{ soundReady: true, screenUp: true }])
  stop()
})

test('[PR24, PR28] a page says which device it is on, the same after a reload, and what to call it', async () => {
  expect(sayDevice(called)).toMatchObject({ deviceId: thisDevice, nickname: 'a desktop' })
  const load = async () => {
    vi.resetModules()
    return (await import('./this-device.ts')).thisDevice
  }
  const first = await load()
  expect(await load()).toBe(first)
  forgetLocally(localStorage)
  expect(await load()).toBe(first)
  localStorage.clear()
  expect(await load()).not.toBe(first)
})

test('[PR24] where the browser keeps nothing a page is a device of its own', async () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('no storage')
  })
  vi.resetModules()
  const { thisDevice: alone } = await import('./this-device.ts')
  expect(alone).toMatch(/^[0-9a-f-]{36}$/)
})
