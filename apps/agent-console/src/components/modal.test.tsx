import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Modal } from './modal.tsx'

test('a dialog opened from a pane that is folded is seen all the same', () => {
  render(
    <div hidden>
      <Modal title="New task" closeLabel="Close" onClose={vi.fn()}>
        What is to be done
      </Modal>
    </div>,
  )
  expect(screen.getByRole('dialog', { name: 'New task' }).closest('[hidden]')).toBeNull()
})
