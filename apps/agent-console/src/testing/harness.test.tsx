import { act, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { openScene } from './harness.tsx'
import './rest.ts'
import { scenes } from './scenes.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation((...words) => expect.fail(words.join(' '))))

const desks = Object.entries(scenes).filter(([name]) => name !== 'signed-out')

test.each(desks)('the desk draws in the state %s', async (_name, scene) => {
  const element = document.body.appendChild(document.createElement('div'))
  let close = () => {}
  await act(async () => {
    close = openScene(scene(Date.now()), element)
  })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Desk of Ana')
  expect(screen.queryByText('This part of the screen failed')).toBeNull()
  await act(async () => close())
  element.remove()
})
