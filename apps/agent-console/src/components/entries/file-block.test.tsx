import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { FileBlock, type FileBody } from './file-block.tsx'

const file = (part: Partial<FileBody> = {}): FileBody => ({
  kind: 'file',
  fileId: '00000000-0000-4000-8000-000000000077',
  name: 'bag.png',
  type: 'image/png',
  size: 1_250_000,
  note: false,
  ...part,
})
const draw = (body: FileBody) =>
  renderDesk(
    <FileBlock file={body} ours={false}>
      Ann
    </FileBlock>,
  )
const address = '/api/v1/files/00000000-0000-4000-8000-000000000077'

test('a picture is shown and opens in a dialog; its row saves it under its name', () => {
  draw(file())
  const save = screen.getByRole('link', { name: 'Save bag.png' })
  expect([save.getAttribute('href'), save.getAttribute('download'), save.textContent]).toEqual([
    address,
    'bag.png',
    'bag.png1.3 MB',
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Look at bag.png' }))
  expect(screen.getByRole('dialog', { name: 'bag.png' }).querySelector('img')?.getAttribute('src')).toBe(address)
})

test('what browsers do not draw is a row alone', () => {
  draw(file({ name: 'form.pdf', type: 'application/pdf' }))
  expect(screen.queryByRole('button')).toBeNull()
})

test('a picture that does not come leaves its row', () => {
  draw(file())
  fireEvent.error(screen.getByRole('button').querySelector('img') as Element)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('link', { name: 'Save bag.png' }).textContent).toContain('bag.png')
})

test('[FI1] a file among notes says that only staff see it', () => {
  draw(file({ note: true }))
  expect(screen.getByText('Note · only staff').textContent).toBe('Note · only staff')
})
