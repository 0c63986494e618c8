import { fireEvent, render, screen } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import { noHost, useHost } from '../../realtime/host-store.ts'
import { ContextPreview } from './context-preview.tsx'
import { currentBag, restoreItems } from './preview-store.ts'

const page = (path: string) => ({ url: `https://bluesky.example${path}`, title: path, enteredAt: 1, dwellMs: 0 })

beforeEach(() => {
  restoreItems()
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
  render(<ContextPreview signedName="Ann Lee" />)
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
  render(<ContextPreview signedName={null} />)
  for (const item of ['flight BS117', 'this page', 'language en-GB']) remove(item)
  expect(currentBag()).toEqual({
    items: [{ key: 'whisper', value: '<b>lost</b>', source: 'url' }],
    trail: [page('/')],
    device: 'desktop',
  })
  expect(screen.queryByText('flight BS117')).toBeNull()
})

test('a customer who takes out everything is told that nothing is left, and can bring it back', () => {
  render(<ContextPreview signedName={null} />)
  for (const button of screen.getAllByRole('button', { name: /Do not send/ })) fireEvent.click(button)
  expect(currentBag()).toEqual({ items: [], trail: [] })
  expect(screen.getByText('The agent will see nothing but your message.')).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Send all again' }))
  expect(currentBag().items).toHaveLength(2)
})
