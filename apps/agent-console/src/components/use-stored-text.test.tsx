import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useStoredText } from './use-stored-text.ts'

const key = 'beckon.draft.test.reply'
function Field() {
  const [text, setText] = useStoredText(key)
  return <input value={text} onChange={(event) => setText(event.target.value)} />
}
const field = () => screen.getByRole<HTMLInputElement>('textbox')
/** Another tab wrote: its storage is ours. */
function otherTabWrites(text: string): void {
  localStorage.setItem(key, text)
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key, newValue: text })))
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  localStorage.clear()
})

test('[CH17] a draft comes back after a reload and follows the tab in which it is written', () => {
  localStorage.setItem(key, 'half a sen')
  render(<Field />)
  expect(field().value).toBe('half a sen')
  otherTabWrites('half a sentence')
  expect(field().value).toBe('half a sentence')
})

test('[CH17] what another tab brings does not write over what is being typed, in either tab', () => {
  render(<Field />)
  fireEvent.change(field(), { target: { value: 'mine' } })
  otherTabWrites('theirs')
  expect([field().value, localStorage.getItem(key)]).toEqual(['mine', 'mine'])
  vi.advanceTimersByTime(1_001)
  otherTabWrites('theirs, later')
  expect([field().value, localStorage.getItem(key)]).toEqual(['theirs, later', 'theirs, later'])
})
