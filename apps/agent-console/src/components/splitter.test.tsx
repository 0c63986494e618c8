import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Splitter } from './splitter.tsx'

function split(pane: 'before' | 'after', dir = 'ltr') {
  const onChange = vi.fn()
  const onFold = vi.fn()
  document.documentElement.style.direction = dir
  render(
    <Splitter
      label="Width"
      controls="x"
      pane={pane}
      px={300}
      min={240}
      max={480}
      onChange={onChange}
      onFold={onFold}
    />,
  )
  return { splitter: screen.getByRole('separator', { name: 'Width' }), onChange, onFold }
}

afterEach(() => {
  document.documentElement.style.direction = ''
})

test.each([
  ['before', 'ltr', 316],
  ['after', 'ltr', 284],
  ['before', 'rtl', 284],
  ['after', 'rtl', 316],
] as const)('the arrow to the right moves a pane that lies %s, in %s, to %d', (pane, dir, px) => {
  const { splitter, onChange } = split(pane, dir)
  fireEvent.keyDown(splitter, { key: 'ArrowRight' })
  expect(onChange).toHaveBeenCalledExactlyOnceWith(px)
})

test('Home and End go to the ends, Enter folds, and other keys are left to the page', () => {
  const { splitter, onChange, onFold } = split('before')
  fireEvent.keyDown(splitter, { key: 'Home' })
  fireEvent.keyDown(splitter, { key: 'End' })
  expect(onChange.mock.calls).toEqual([[240], [480]])
  fireEvent.keyDown(splitter, { key: 'Enter' })
  expect(onFold).toHaveBeenCalledOnce()
  expect(fireEvent.keyDown(splitter, { key: 'Tab' })).toBe(true)
})
