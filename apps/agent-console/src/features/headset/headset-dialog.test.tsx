import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { chooseSound, useSoundChoices } from '../../realtime/sound-choices.ts'
import { watchSoundDevices } from '../../realtime/sound-devices.ts'
import { type FakeDevices, fakeDevices, headset } from '../../testing/fake-devices.ts'
import { renderDesk } from '../../testing/render-desk.tsx'
import { channel, view } from '../../testing/sample.ts'
import { HeadsetDialog } from './headset-dialog.tsx'

let devices: FakeDevices

beforeEach(() => {
  devices = fakeDevices()
  chooseSound({ microphone: '', speaker: '', ringer: '', volume: 0.7, checked: false })
})

async function opened(goReady = true) {
  const onClose = vi.fn()
  const { connection } = renderDesk(<HeadsetDialog goReady={goReady} onClose={onClose} />)
  await act(async () => connection.show(view()))
  return { connection, onClose }
}
const pass = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Go ready on voice' })
const choose = (name: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } }))

test('[PR13] an agent chooses microphone, speaker and ringer apart, and goes ready', async () => {
  const { connection, onClose } = await opened()
  await choose('Microphone', 'mic-usb')
  await choose('Ringer', 'out-desk')
  expect(devices.asked.at(-1)).toMatchObject({ audio: { deviceId: { ideal: 'mic-usb' } } })
  await act(async () => void fireEvent.click(pass()))
  expect(connection.sent).toMatchObject([
    { name: 'presence:set', payload: { mediaChannelId: channel({ channel: 'voice' }).id, intent: 'available' } },
  ])
  expect(onClose).toHaveBeenCalled()
  expect(useSoundChoices.getState()).toMatchObject({
    microphone: 'mic-usb',
    speaker: '',
    ringer: 'out-desk',
    checked: true,
  })
  expect(JSON.parse(localStorage.getItem('beckon.sound') ?? '')).toMatchObject({ ringer: 'out-desk', checked: true })
})

test('the meter says whether the agent is heard', async () => {
  await opened()
  expect(screen.getByText('Say something…')).toBeDefined()
  devices.speak(0.6)
  expect(await screen.findByText('We hear you')).toBeDefined()
})

test.each([
  ['NotAllowedError', 'The microphone is blocked for this page', 'set Microphone to Allow'],
  ['NotFoundError', 'No microphone was found', 'plug in a headset'],
] as const)(
  '[PR13] without a microphone (%s) the agent reads why and what to do, and cannot go ready',
  async (error, why, remedy) => {
    devices.refuse(error)
    await opened()
    const words = screen.getByRole('alert').textContent
    expect(words).toContain(why)
    expect(words).toContain(remedy)
    expect(pass().disabled).toBe(true)
    devices.grant()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(pass().disabled).toBe(false)
  },
)

test('a device that is plugged in is offered at once; a chosen one that is pulled out gives way to the default', async () => {
  await opened()
  const stop = watchSoundDevices()
  await choose('Microphone', 'mic-usb')
  const [, webcam, ...outputs] = headset
  await act(async () => devices.plug(...(webcam === undefined ? [] : [webcam]), ...outputs))
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Microphone' })
  expect([...select.options].map(({ text }) => text)).toEqual(['Default of this computer', 'Webcam'])
  expect(select.value).toBe('')
  expect(useSoundChoices.getState().microphone).toBe('mic-usb')
  stop()
})

test('a check on request changes nothing of the presence', async () => {
  const { connection } = await opened(false)
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Done' })))
  expect(connection.sent).toEqual([])
  expect(useSoundChoices.getState().checked).toBe(true)
})
