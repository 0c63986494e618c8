import { fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { InsteadOffer } from './instead-offer.tsx'

const noon = new Date(2026, 10, 21, 12).getTime()
const nine = new Date(2026, 10, 23, 9).getTime()

beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(noon))
afterEach(() => void vi.restoreAllMocks())

test('[QU7] who is not admitted reads when it opens, and takes another channel with one click', () => {
  const chosen = vi.fn()
  render(<InsteadOffer instead={{ opensAt: nine, channels: ['chat'] }} onChoose={chosen} />)
  expect(screen.getByRole('status').textContent).toMatch(/^We open on .*23.* at 0?9:00/)
  expect(screen.queryByRole('button', { name: 'Call instead' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Chat instead' }))
  expect(chosen).toHaveBeenCalledExactlyOnceWith('chat')
})

test('what opens today is told without its date; where nobody knows when, nothing is told', () => {
  const later = noon + 3_600_000
  const { rerender } = render(<InsteadOffer instead={{ opensAt: later, channels: [] }} onChoose={undefined} />)
  expect(screen.getByRole('status').textContent).toMatch(/^We open today at/)
  rerender(<InsteadOffer instead={{ opensAt: null, channels: ['voice'] }} onChoose={undefined} />)
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.getByRole('button', { name: 'Call instead' }).hasAttribute('disabled')).toBe(true)
})
