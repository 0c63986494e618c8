import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { chooseLanguage } from '../../components/catalogue/text.ts'
import { EmojiPicker } from './emoji-picker.tsx'

function opened() {
  const field = document.createElement('textarea')
  document.body.append(field)
  field.value = 'Hello Ann'
  field.setSelectionRange(5, 5)
  const heard = vi.fn()
  field.addEventListener('input', heard)
  const onClose = vi.fn()
  render(<EmojiPicker field={field} onClose={onClose} />)
  return { field, heard, onClose }
}
const cell = (name: string) => screen.getByRole('gridcell', { name })

test('an emoji is found by keys, goes to the caret as if typed, and the focus with it', () => {
  const { field, heard, onClose } = opened()
  expect(document.activeElement).toBe(cell('slight smile'))
  fireEvent.keyDown(cell('slight smile'), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(cell('hug'))
  fireEvent.click(cell('hug'))
  expect(field.value).toBe('Hello🤗 Ann')
  expect(heard).toHaveBeenCalledTimes(1)
  expect(onClose).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(field)
})

test('Escape gives the focus back and writes nothing', () => {
  const { field, heard, onClose } = opened()
  fireEvent.keyDown(cell('slight smile'), { key: 'Escape' })
  expect([onClose.mock.calls.length, heard.mock.calls.length]).toEqual([1, 0])
  expect(document.activeElement).toBe(field)
})

test('in Arabic the names are Arabic and arrows still go the way they point', async () => {
  await act(() => chooseLanguage('ar'))
  opened()
  fireEvent.keyDown(cell('ابتسامة خفيفة'), { key: 'ArrowLeft' })
  expect(document.activeElement).toBe(cell('ضحكة'))
  cleanup()
  await chooseLanguage('en')
})
