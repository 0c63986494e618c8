import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderDesk } from '../testing/render-desk.tsx'
import { SidePane } from './side-pane.tsx'

afterEach(() => vi.restoreAllMocks())

function Broken(): never {
  throw new Error('cannot be drawn')
}

test('a pane that cannot be drawn says so and leaves the others as they are', () => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  renderDesk(
    <>
      <SidePane side="work" label="Work" show="beside">
        <Broken />
      </SidePane>
      <SidePane side="customer" label="Customer" show="beside">
        Ann Lee
      </SidePane>
    </>,
  )
  expect(screen.getByRole('complementary', { name: 'Work' }).textContent).toContain('This part of the screen failed')
  expect(screen.getByRole('complementary', { name: 'Customer' }).textContent).toBe('Ann Lee')
  expect(told).toHaveBeenCalled()
})
