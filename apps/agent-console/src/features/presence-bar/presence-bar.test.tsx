import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { chooseSound } from '../../realtime/sound-choices.ts'
import { useSoundDevices } from '../../realtime/sound-devices.ts'
import { fakeDevices } from '../../testing/fake-devices.ts'
import { renderDesk } from '../../testing/render-desk.tsx'
import { channel, elsewhere, me, start, view, work } from '../../testing/sample.ts'
import { PresenceBar } from './presence-bar.tsx'

const passedToRaj = { outcome: 'passed-on', subject: 'booking', to: 'Raj' } as const
const bar = () => screen.getByRole('group', { name: 'Your presence' }).textContent

const onHeadset = vi.fn()

beforeEach(() => {
  onHeadset.mockReset()
  fakeDevices()
  chooseSound({ checked: true })
})

function shown(part: Parameters<typeof view>[0]) {
  const { connection } = renderDesk(
    <PresenceBar reasons={me.presenceReasons} onHeadset={onHeadset} />,
    () => start + 65_000,
  )
  act(() => connection.show(view(part)))
  return connection
}

test('[PR9] an agent reads the overall presence in a word, and for how long it holds', () => {
  shown({ overall: 'partial' })
  expect(bar()).toContain('Partly ready')
  expect(bar()).toContain('1:05')
})

test('what is in use stands apart from the choice', () => {
  shown({ channels: [channel({ intent: 'unavailable', presence: 'unavailable', used: 2 })] })
  const toggle = screen.getByRole('switch', { name: 'Chat, take new contacts' })
  expect(toggle.getAttribute('aria-checked')).toBe('false')
  expect(bar()).toContain('2 of 4 in use')
})

test('[PR2] a click sends the choice; the switch moves when the server says so, in every tab alike', async () => {
  const connection = shown({})
  const toggle = screen.getByRole('switch', { name: 'Voice, take new contacts' })
  await act(async () => void fireEvent.click(toggle))
  expect(connection.sent).toMatchObject([
    { name: 'presence:set', payload: { mediaChannelId: channel({ channel: 'voice' }).id, intent: 'unavailable' } },
  ])
  expect(toggle.getAttribute('aria-checked')).toBe('true')
  const off = channel({ channel: 'voice', capacity: 1, intent: 'unavailable', presence: 'unavailable' })
  act(() => connection.show(view({ version: 2, channels: [channel(), off] })))
  expect(toggle.getAttribute('aria-checked')).toBe('false')
})

test('[PR10] after a missed offer one click brings the agent back', async () => {
  const connection = shown({
    overall: 'unavailable',
    channels: [channel({ intent: 'not-responding', presence: 'not-responding', missed: passedToRaj })],
  })
  expect(bar()).toContain('Missed – passed to Raj')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'I’m back on Chat' })))
  expect(connection.sent).toMatchObject([
    { name: 'presence:set', payload: { mediaChannelId: channel().id, intent: 'available' } },
  ])
})

test.each([
  [{ outcome: 'waiting', subject: 'booking' }, 'Missed – back in the queue'],
  [{ outcome: 'gone' }, 'Missed – the customer left'],
] as const)('[PR12] the agent reads what became of the offer they missed: %o', (missed, words) => {
  shown({ channels: [channel({ intent: 'not-responding', presence: 'not-responding', missed })] })
  expect(bar()).toContain(words)
})

test('[PR3] without a line the agent is offline, whatever the last view said', () => {
  const connection = shown({ overall: 'ready' })
  act(() => connection.become('reconnecting'))
  expect(bar()).toContain('Offline')
  expect(bar()).not.toContain('Ready')
})

const offVoice = channel({ channel: 'voice', capacity: 1, intent: 'unavailable', presence: 'unavailable' })

test.each([
  ['never checked on this device', () => chooseSound({ checked: false })],
  ['blocked by the browser', () => useSoundDevices.setState({ permission: 'denied' })],
  ['without a microphone', () => useSoundDevices.setState({ known: true, microphones: [] })],
])(
  '[PR13] voice does not become available with a headset that is %s: the check opens instead',
  async (_why, happen) => {
    happen()
    const connection = shown({ channels: [channel(), offVoice] })
    await act(async () => void fireEvent.click(screen.getByRole('switch', { name: 'Voice, take new contacts' })))
    expect(connection.sent).toEqual([])
    expect(onHeadset).toHaveBeenCalledWith(true)
  },
)

test('[PR13] an agent who is available on voice is told when the microphone is gone', () => {
  shown({})
  expect(screen.queryByRole('button', { name: /microphone/ })).toBeNull()
  act(() => useSoundDevices.setState({ known: true, microphones: [] }))
  fireEvent.click(screen.getByRole('button', { name: /No microphone is plugged in/ }))
  expect(onHeadset).toHaveBeenCalledWith(false)
})

const open = () => fireEvent.click(screen.getByRole('button', { name: /^(Ready|Busy|Unavailable|Partly ready)/ }))
const choose = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('menuitemradio', { name: new RegExp(name) })))

test('a reason of the site makes every channel unavailable, by keys alone', async () => {
  const connection = shown({})
  open()
  await choose('Lunch')
  expect(connection.sent).toMatchObject([{ name: 'presence:set', payload: { intent: 'unavailable', reason: 'lunch' } }])
  const away = { intent: 'unavailable', presence: 'unavailable', reason: 'lunch' } as const
  act(() => connection.show(view({ version: 2, overall: 'unavailable', channels: [channel(away)] })))
  expect(screen.getByRole('status').textContent).toBe('Unavailable · Lunch')
})

test('[PR14] do-not-disturb holds the switches, says for how long, and ends by one click', async () => {
  const connection = shown({ overall: 'dnd', dndSince: start })
  const toggle = screen.getByRole('switch', { name: 'Chat, take new contacts' })
  expect([toggle.getAttribute('aria-checked'), (toggle as HTMLButtonElement).disabled]).toEqual(['false', true])
  expect(bar()).toContain('Do not disturb')
  expect(bar()).toContain('1:05')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'End do not disturb' })))
  expect(connection.sent).toMatchObject([{ name: 'dnd:set', payload: { on: false } }])
})

test('[PR15] what comes after the work is chosen while there is work, shown, and taken back', async () => {
  const connection = shown({ overall: 'ready', work: [work(100)] })
  open()
  await choose('Next: Training')
  expect(connection.sent).toMatchObject([{ name: 'presence:next', payload: { reason: 'training' } }])
  act(() => connection.show(view({ version: 2, overall: 'busy', nextReason: 'training', work: [work(100)] })))
  expect(bar()).toContain('Next: Training')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Take back what is planned next' })))
  expect(connection.sent[1]).toMatchObject({ name: 'presence:next', payload: {} })
})

test('[PR13] ready on all channels asks for the headset check where voice needs one', async () => {
  chooseSound({ checked: false })
  const connection = shown({ overall: 'unavailable', channels: [channel({ intent: 'unavailable' }), offVoice] })
  open()
  await choose('Ready on all channels')
  expect(connection.sent).toMatchObject([
    { name: 'presence:set', payload: { mediaChannelId: channel().id, intent: 'available' } },
  ])
  expect(onHeadset).toHaveBeenCalledWith(true)
})

test('a wrap-up that takes the last slot says how long it lasts', () => {
  const until = { status: 'wrap-up', channel: 'voice', wrapUpUntil: start + 65_000 + 42_000 } as const
  shown({
    channels: [channel({ channel: 'voice', capacity: 1, used: 1, presence: 'wrap-up' })],
    work: [work(100, until)],
  })
  expect(bar()).toContain('wrap-up 0:42')
})

const mobile = elsewhere(1)
const withMobile = (part: Parameters<typeof elsewhere>[1] = {}) =>
  shown({ channels: [channel(), elsewhere(1, part), channel({ channel: 'voice', capacity: 1 })] })
const manage = async () => {
  open()
  await act(async () => fireEvent.click(screen.getByRole('menuitem', { name: /Name or remove devices/ })))
  return screen.findByRole('dialog', { name: 'Your devices' })
}

test('[PR24] of one device there is one voice, without a name; of several one each, this one first and marked', () => {
  const connection = shown({
    channels: [channel(), channel({ channel: 'voice' }), elsewhere(1, { presence: 'offline' })],
  })
  expect(screen.getAllByRole('switch').map((each) => each.getAttribute('aria-label'))).toEqual([
    'Chat, take new contacts',
    'Voice, take new contacts',
  ])
  act(() => connection.show(view({ version: 2, channels: [channel(), mobile, channel({ channel: 'voice' })] })))
  expect(screen.getAllByRole('switch').map((each) => each.getAttribute('aria-label'))).toEqual([
    'Chat, take new contacts',
    'Voice on Desk, this device, take new contacts',
    'Voice on Mobile, take new contacts',
  ])
  expect(bar()).toContain('Deskhere')
})

test('[PR2] the voice of each device is chosen by itself, from whichever device', async () => {
  chooseSound({ checked: false })
  const connection = withMobile()
  await act(async () => void fireEvent.click(screen.getByRole('switch', { name: /^Voice on Mobile/ })))
  expect(connection.sent).toMatchObject([
    { name: 'presence:set', payload: { mediaChannelId: mobile.id, intent: 'available' } },
  ])
  expect(onHeadset).not.toHaveBeenCalled()
})

test('[PR13] another device that cannot take a call is not switched on from here', () => {
  withMobile({ deviceReady: false })
  expect((screen.getByRole('switch', { name: /^Voice on Mobile/ }) as HTMLButtonElement).disabled).toBe(true)
  expect(bar()).toContain('no headset ready')
})

test('[PR25] a call missed on one device is answered for there: one click brings that one back', async () => {
  const connection = withMobile({ intent: 'not-responding', presence: 'not-responding', missed: { outcome: 'gone' } })
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'I’m back on Voice on Mobile' })))
  expect(connection.sent).toMatchObject([{ payload: { mediaChannelId: mobile.id, intent: 'available' } }])
})

test('[PR28] an agent renames a device, and removes one that is not connected', async () => {
  const connection = shown({
    channels: [
      channel(),
      channel({ channel: 'voice' }),
      elsewhere(1, { presence: 'offline' }),
      elsewhere(2, { nickname: 'Tablet' }),
    ],
  })
  const dialog = within(await manage())
  expect(dialog.getAllByRole('button', { name: /^Remove/ }).map((each) => each.getAttribute('aria-label'))).toEqual([
    'Remove Mobile',
  ])
  fireEvent.change(dialog.getByRole('textbox', { name: 'Name of Tablet' }), { target: { value: ' Kitchen ' } })
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Rename Tablet' })))
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Remove Mobile' })))
  expect(connection.sent).toMatchObject([
    { name: 'media-channel:rename', payload: { mediaChannelId: elsewhere(2).id, nickname: ' Kitchen ' } },
    { name: 'media-channel:remove', payload: { mediaChannelId: mobile.id } },
  ])
})

test('[PR28] a device has no empty name', async () => {
  shown({})
  const dialog = within(await manage())
  fireEvent.change(dialog.getByRole('textbox', { name: 'Name of Desk' }), { target: { value: '  ' } })
  expect((dialog.getByRole('button', { name: 'Rename Desk' }) as HTMLButtonElement).disabled).toBe(true)
})
