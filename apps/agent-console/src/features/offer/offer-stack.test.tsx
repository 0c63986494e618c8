import { act, fireEvent, screen, within } from '@testing-library/react'
import type { PageView } from '@beckon/shared/model/agent-view'
import { OfferId, TabId } from '@beckon/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answersHere } from '../../realtime/answering-tab.ts'
import { useSoundDevices } from '../../realtime/sound-devices.ts'
import { fakeDevices } from '../../testing/fake-devices.ts'
import { renderDesk } from '../../testing/render-desk.tsx'
import { channel, elsewhere, me, offer, start, uuid, view } from '../../testing/sample.ts'
import { OfferStack } from './offer-stack.tsx'

let now = start

beforeEach(() => {
  vi.useFakeTimers()
  now = start
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const later = (ms: number) =>
  act(async () => {
    now += ms
    await vi.advanceTimersByTimeAsync(ms)
  })

function ringing(part: Parameters<typeof offer>[0] = {}) {
  const onAccepting = vi.fn()
  const onAccepted = vi.fn()
  const onRefused = vi.fn()
  const { connection } = renderDesk(
    <OfferStack me={me} onAccepting={onAccepting} onAccepted={onAccepted} onRefused={onRefused} />,
    () => now,
  )
  act(() => connection.show(view({ offers: [offer(part)] })))
  const names = () => connection.sent.map(({ name }) => name)
  return {
    connection,
    onAccepting,
    onAccepted,
    onRefused,
    names,
    card: screen.getByRole('article', { name: 'Chat from Tom Ito, Booking' }),
  }
}

test('an agent sees who asks, about what, how sure we are, how long they waited and why it is theirs', () => {
  const { card } = ringing()
  const text = card.textContent
  for (const part of [
    'Tom Ito',
    'Booking',
    'not identified',
    'bronze',
    'waited 0:41',
    '/booking/change',
    'skill, longest idle',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).toContain('BS204 (said by the page)')
  expect(text).toContain('bronze since 2024 signed')
})

test('[RT13] opened, “Why me” tells in words what the offer ranks as and why nobody else has it', () => {
  const { card } = ringing({
    value: 5,
    priority: 12,
    explained: {
      chosen: { name: 'Ana', why: ['skill'] },
      nearest: [{ name: 'Ben', lacks: ['full', 'skill'] }],
      others: { full: 1, unavailable: 7 },
    },
  })
  const why = within(card).getByRole('group')
  expect(why.hasAttribute('open')).toBe(false)
  fireEvent.click(within(why).getByText('Why me'))
  expect(why.hasAttribute('open')).toBe(true)
  const told = within(why)
    .getAllByRole('definition')
    .map((each) => each.textContent)
  expect(told).toEqual([
    '12 min of waiting',
    '5 min of waiting',
    'Ben: no free slot, lacks the skill',
    'unavailable: 7\nno free slot: 1',
  ])
})

test('where nobody else was asked, “Why me” names nobody', () => {
  const { card } = ringing()
  expect(card.textContent).toContain('Why me')
  expect(card.textContent).not.toContain('Nearest others')
  expect(card.textContent).not.toContain('All others')
})

test('the timer counts down by the server clock and is announced at the start, 10 s and 5 s', async () => {
  const { card } = ringing()
  const timer = within(card).getByRole('timer', { name: 'Time left to accept' })
  const said = within(card).getByRole('status')
  expect(timer.textContent).toBe('30')
  expect(said.textContent).toContain('30 seconds to accept')
  await later(12_000)
  expect(timer.textContent).toBe('18')
  expect(said.textContent).toContain('30 seconds to accept')
  await later(8_000)
  expect(said.textContent).toBe('10 seconds left to accept.')
  await later(5_000)
  expect(timer.textContent).toBe('5')
  expect(said.textContent).toBe('5 seconds left to accept.')
})

test('[OF6] the card is reported as shown once, however often the view is sent again', () => {
  const { connection, names } = ringing()
  act(() => connection.show(view({ version: 2, offers: [offer()] })))
  act(() => connection.show(view({ version: 3, offers: [offer()] })))
  expect(names()).toEqual(['offer:shown'])
  act(() => connection.show(view({ version: 4, offers: [offer({ id: offer().id, expiresAt: start + 20_000 })] })))
  expect(names()).toEqual(['offer:shown'])
})

test('[OF6] a card outside the screen is not reported as shown', () => {
  class OffScreen {
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', OffScreen)
  expect(ringing().names()).toEqual([])
})

test('[OF4] an accept goes out once on a double click and hands the contact to the desk', async () => {
  const { connection, names, onAccepting, onAccepted, card } = ringing()
  connection.answer(() => ({ ok: true, value: { interactionId: uuid(11), fence: 1 } }))
  const button = within(card).getByRole('button', { name: 'Accept' })
  fireEvent.click(button)
  fireEvent.click(button)
  await later(0)
  expect(names()).toEqual(['offer:shown', 'offer:accept'])
  expect(onAccepting).toHaveBeenCalledTimes(1)
  expect(onAccepted).toHaveBeenCalledTimes(1)
})

test('Alt A accepts while the agent is typing elsewhere, and focus stays there', async () => {
  const field = document.createElement('textarea')
  document.body.append(field)
  field.focus()
  const { names } = ringing()
  expect(document.activeElement).toBe(field)
  fireEvent.keyDown(field, { code: 'KeyA', key: 'å', altKey: true })
  await later(0)
  expect(names()).toEqual(['offer:shown', 'offer:accept'])
  expect(document.activeElement).toBe(field)
  field.remove()
})

test('a refused accept gives the buttons back', async () => {
  const { connection, onAccepted, onRefused, card } = ringing()
  connection.answer(() => ({ ok: false, error: { code: 'unavailable' } }))
  fireEvent.click(within(card).getByRole('button', { name: 'Accept' }))
  await later(0)
  expect(onAccepted).not.toHaveBeenCalled()
  expect(onRefused).toHaveBeenCalledTimes(1)
  expect(within(card).getByRole<HTMLButtonElement>('button', { name: 'Accept' }).disabled).toBe(false)
})

test('[OF5] a decline carries the reason that was chosen', async () => {
  const { connection, card } = ringing()
  fireEvent.click(within(card).getByRole('button', { name: 'Decline' }))
  fireEvent.click(within(card).getByRole('menuitem', { name: 'Not my subject' }))
  await later(0)
  expect(connection.sent.at(-1)).toMatchObject({
    name: 'offer:decline',
    payload: { offerId: offer().id, reason: 'not-mine' },
  })
})

test('[OF8] the title tells of the offer and is plain again when another tab took it', () => {
  const { connection } = ringing()
  expect(document.title).toBe('(30) Tom Ito · Booking')
  act(() => connection.show(view({ version: 2 })))
  expect(screen.queryByRole('article')).toBeNull()
  expect(document.title).toBe('Beckon')
})

test('markup in a customer’s name stays text', () => {
  const { connection } = ringing()
  const name = '<img src=x onerror=alert(1)>'
  act(() =>
    connection.show(view({ version: 2, offers: [offer({ customer: { name, identified: false, segment: null } })] })),
  )
  expect(screen.getByRole('article').textContent).toContain(name)
  expect(document.querySelector('img')).toBeNull()
})

test('[OF14] an offer is answered on another of the agent’s channels, in words that say what the customer gets', async () => {
  const { card, connection, onAccepting } = ringing({ channel: 'chat', answerOn: ['voice'] })
  connection.answer(() => ({ ok: true, value: { interactionId: uuid(11), fence: 2, call: uuid(12) } }))
  fireEvent.click(within(card).getByRole('button', { name: 'Answer another way' }))
  const way = within(card).getByRole('menuitem')
  expect(way.textContent).toBe('Accept and ask to talkYou get the chat, and the customer an invitation to call.')
  await act(async () => fireEvent.click(way))
  expect(connection.sent.at(-1)).toMatchObject({
    name: 'offer:accept',
    payload: { offerId: offer().id, channel: 'voice' },
  })
  expect(onAccepting).not.toHaveBeenCalled()
  expect(answersHere(uuid(12))).toBe(true)
})

test('[OF13] a call is taken on another page of the agent’s that has sound; this one’s microphone stays closed', async () => {
  const { connection, onAccepting } = ringing()
  const page = (n: number, part: Partial<PageView> = {}): PageView => ({
    id: TabId.parse(uuid(n)),
    device: 'phone',
    deviceId: null,
    openedAt: start,
    soundReady: true,
    ...part,
  })
  const pages = [page(20), page(21, { soundReady: false }), page(22, { id: connection.tabId })]
  const call = offer({ channel: 'voice' })
  act(() => connection.show(view({ version: 2, pages, offers: [call] })))
  const card = screen.getByRole('article', { name: 'Voice from Tom Ito, Booking' })
  fireEvent.click(within(card).getByRole('button', { name: 'Answer another way' }))
  const ways = within(card).getAllByRole('menuitem')
  expect(ways).toHaveLength(1)
  expect(ways[0]?.textContent).toContain('Take it on your phone')
  await act(async () => fireEvent.click(ways[0] as HTMLElement))
  expect(connection.sent.at(-1)?.payload).toEqual({ offerId: call.id, tabId: uuid(20) })
  expect(onAccepting).not.toHaveBeenCalled()
})

test('[OF13, OF14] where there is no other way there is no menu of them', () => {
  const { card } = ringing()
  expect(within(card).queryByRole('button', { name: 'Answer another way' })).toBeNull()
})

describe('a call that rings on another device', () => {
  const mobile = elsewhere(1, { intent: 'available', presence: 'available' })
  const desk = channel({ channel: 'voice', capacity: 1, intent: 'unavailable', presence: 'unavailable' })
  const page: PageView = {
    id: TabId.parse(uuid(20)),
    device: 'phone',
    deviceId: mobile.deviceId,
    openedAt: start,
    soundReady: true,
  }
  const call = offer({ id: OfferId.parse(uuid(30)), channel: 'voice' })
  beforeEach(() => {
    fakeDevices()
    useSoundDevices.setState({ known: false, microphones: [], permission: 'unknown' })
  })
  function quiet(channels = [channel(), desk, mobile]) {
    const { connection, onAccepting } = ringing()
    act(() => connection.show(view({ version: 2, pages: [page], channels, offers: [call] })))
    const card = screen.getByRole('article', { name: 'Voice from Tom Ito, Booking' })
    return { card: within(card), connection, onAccepting }
  }

  test('[OF15] is seen here and does not ring: not in the title, and not said to be shown', () => {
    const { card, connection } = quiet()
    expect(card.getByText('It rings on Mobile.')).toBeDefined()
    expect(document.title).not.toContain('Tom Ito')
    expect(card.getByRole('button', { name: 'Answer on Mobile' })).toBeDefined()
    expect(connection.sent).not.toContainEqual(expect.objectContaining({ payload: { offerId: call.id } }))
  })

  test('[OF15] is answered there, from here', async () => {
    const { card, connection, onAccepting } = quiet()
    await act(async () => void fireEvent.click(card.getByRole('button', { name: 'Answer on Mobile' })))
    expect(connection.sent.at(-1)).toMatchObject({
      name: 'offer:accept',
      payload: { offerId: call.id, tabId: page.id },
    })
    expect(onAccepting).not.toHaveBeenCalled()
  })

  test('[OF15] is accepted here all the same', async () => {
    const { card, connection, onAccepting } = quiet()
    await act(async () => void fireEvent.click(card.getByRole('button', { name: /^Accept here/ })))
    expect(connection.sent.at(-1)?.payload).toEqual({ offerId: call.id })
    expect(onAccepting).toHaveBeenCalled()
  })

  test('[OF15] is not taken from there by a device without sound', () => {
    useSoundDevices.setState({ known: true, microphones: [] })
    const { card } = quiet()
    expect(card.queryByRole('button', { name: /^Accept here/ })).toBeNull()
    expect(card.getByRole('button', { name: 'Answer on Mobile' })).toBeDefined()
  })

  test('[OF15] rings where the voice of the device is available, and names the others in the menu', () => {
    const { card, connection } = quiet([channel(), channel({ channel: 'voice', capacity: 1 }), mobile])
    expect(connection.sent).toContainEqual(expect.objectContaining({ payload: { offerId: call.id } }))
    expect(document.title).toContain('Tom Ito')
    fireEvent.click(card.getByRole('button', { name: 'Answer another way' }))
    expect(card.getByRole('menuitem').textContent).toContain('Answer on Mobile')
  })
})
