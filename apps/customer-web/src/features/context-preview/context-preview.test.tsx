import { fireEvent, render, screen } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { noHost, useHost } from '../../realtime/host-store.ts'
import { ContextPreview } from './context-preview.tsx'
import { forgetLocation } from './location-store.ts'
import { currentBag, restoreItems } from './preview-store.ts'
import { shareLocation } from './share-location.ts'

const page = (path: string) => ({ url: `https://bluesky.example${path}`, title: path, enteredAt: 1, dwellMs: 0 })

beforeEach(() => {
  restoreItems()
  forgetLocation()
  useHost.setState({
    state: {
      ...noHost.state,
      items: [
        { key: 'flight', value: 'BS117', source: 'button' },
        { key: 'whisper', value: '<b>lost</b>', source: 'url' },
      ],
      trail: [page('/'), page('/baggage')],
      locale: 'en-GB',
    },
  })
})

const remove = (item: string) => fireEvent.click(screen.getByRole('button', { name: `Do not send: ${item}` }))

test('the customer sees everything that would be sent, as text', () => {
  render(<ContextPreview signedName="Ann Lee" onShareLocation={shareLocation} />)
  const shown = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(shown).toEqual([
    'Ann Lee signed in',
    'flight BS117',
    'topic: <b>lost</b>',
    'this page',
    'pages you visited (1)',
    'language en-GB',
    'device: computer',
  ])
})

test('what the customer takes out is not in the bag; the rest is', () => {
  render(<ContextPreview signedName={null} onShareLocation={shareLocation} />)
  for (const item of ['flight BS117', 'this page', 'language en-GB']) remove(item)
  expect(currentBag()).toEqual({
    items: [{ key: 'whisper', value: '<b>lost</b>', source: 'url' }],
    trail: [page('/')],
    device: 'desktop',
  })
  expect(screen.queryByText('flight BS117')).toBeNull()
})

test('a customer who takes out everything is told that nothing is left, and can bring it back', () => {
  render(<ContextPreview signedName={null} onShareLocation={shareLocation} />)
  for (const button of screen.getAllByRole('button', { name: /Do not send/ })) fireEvent.click(button)
  expect(currentBag()).toEqual({ items: [], trail: [] })
  expect(screen.getByText('The agent will see only your message.')).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Send all again' }))
  expect(currentBag().items).toHaveLength(2)
})

const place = () => currentBag().items.filter(({ key }) => key === 'location')

/** A browser at Heathrow that lets the page know, or not. */
function browserAt(allowed: boolean) {
  const getCurrentPosition = vi.fn((found: PositionCallback, refused: PositionErrorCallback) =>
    allowed
      ? found({ coords: { latitude: 51.470022, longitude: -0.454295 } } as GeolocationPosition)
      : refused({ code: 1 } as GeolocationPositionError),
  )
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true })
  return getCurrentPosition
}

test('[CX6] where the customer is, is asked after their click only, sent roughly, exactly by choice, and taken back', () => {
  const asked = browserAt(true)
  render(<ContextPreview signedName={null} onShareLocation={shareLocation} />)
  expect(asked).not.toHaveBeenCalled()
  expect(place()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Share where I am' }))
  expect(place()).toEqual([{ key: 'location', value: '51.5,-0.5', source: 'customer' }])
  fireEvent.click(screen.getByRole('button', { name: 'Share it exactly' }))
  expect(place()[0]?.value).toBe('51.4700,-0.4543')
  remove('where you are: 51.4700,-0.4543')
  expect(place()).toEqual([])
  expect(screen.getByRole('button', { name: 'Share where I am' })).toBeDefined()
})

test('[CX6] a browser that does not tell leaves everything else as it is', () => {
  browserAt(false)
  render(<ContextPreview signedName={null} onShareLocation={shareLocation} />)
  fireEvent.click(screen.getByRole('button', { name: 'Share where I am' }))
  expect(screen.getByRole('alert').textContent).toContain('Your browser does not tell us.')
  expect(place()).toEqual([])
})
