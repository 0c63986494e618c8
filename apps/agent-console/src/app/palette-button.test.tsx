import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { loadBindings } from '../components/actions/bindings-store.ts'
import { useAction } from '../components/actions/use-acts.ts'
import { renderDesk } from '../testing/render-desk.tsx'
import { PaletteButton } from './palette-button.tsx'

const end = vi.fn()
const mute = vi.fn()

function Desk({ inCall }: { inCall: boolean }) {
  useAction('work.end', end)
  useAction('call.mute', inCall ? mute : undefined)
  return (
    <>
      <PaletteButton />
      <textarea aria-label="Reply" />
    </>
  )
}

afterEach(() => {
  loadBindings('')
  vi.clearAllMocks()
})

const press = (key: string, part: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: `Key${key.toUpperCase()}`, ...part })
const nextFrame = () => act(() => new Promise((resolve) => requestAnimationFrame(resolve)))

async function openPalette() {
  press('k', { ctrlKey: true })
  return screen.findByRole('combobox', { name: 'What do you want to do?' })
}

test('an agent finds an act by a few letters and runs it without a mouse', async () => {
  renderDesk(<Desk inCall={false} />)
  const field = await openPalette()
  await waitFor(() => expect(document.activeElement).toBe(field))
  fireEvent.change(field, { target: { value: 'endc' } })
  const [option] = within(screen.getByRole('listbox')).getAllByRole('option')
  expect(option?.textContent).toContain('End this contact')
  expect(field.getAttribute('aria-activedescendant')).toBe(option?.id)
  fireEvent.keyDown(field, { key: 'Enter' })
  await nextFrame()
  expect(end).toHaveBeenCalledOnce()
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('what cannot be done now is neither listed nor run by its keys', async () => {
  renderDesk(<Desk inCall={false} />)
  press('m', { altKey: true })
  expect(mute).not.toHaveBeenCalled()
  await openPalette()
  expect(screen.queryByRole('option', { name: /Mute/ })).toBeNull()
})

test('keys without a modifier are letters while somebody types', async () => {
  renderDesk(<Desk inCall />)
  screen.getByRole('textbox', { name: 'Reply' }).focus()
  press('?', { shiftKey: true })
  expect(screen.queryByRole('dialog')).toBeNull()
  press('m', { altKey: true })
  expect(mute).toHaveBeenCalledOnce()
  screen.getByRole('textbox', { name: 'Reply' }).blur()
  press('?', { shiftKey: true })
  expect((await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).textContent).toContain('Mute or unmute')
})

test('an agent moves an act to keys another has: told once, taken at the second press, kept for this agent only', async () => {
  loadBindings('ana')
  renderDesk(<Desk inCall />)
  press('?', { shiftKey: true })
  const mine = await screen.findByRole('button', { name: 'End this contact: Alt X, change' })
  fireEvent.click(mine)
  fireEvent.keyDown(mine, { key: 'm', code: 'KeyM', altKey: true })
  expect(screen.getByText('Those keys belong to “Mute or unmute”. Press them again to take them.').tagName).toBe('P')
  expect(mute).not.toHaveBeenCalled()
  fireEvent.keyDown(mine, { key: 'm', code: 'KeyM', altKey: true })
  expect(screen.getByRole('button', { name: 'End this contact: Alt M, change' })).toBe(mine)
  expect(screen.getByRole('button', { name: 'Mute or unmute: none, change' }).textContent).toBe('none')
  act(() => loadBindings('raj'))
  expect(screen.getByRole('button', { name: 'Mute or unmute: Alt M, change' }).tagName).toBe('BUTTON')
  act(() => loadBindings('ana'))
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  press('m', { altKey: true })
  expect(end).toHaveBeenCalledOnce()
  expect(mute).not.toHaveBeenCalled()
})
