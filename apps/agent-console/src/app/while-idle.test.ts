import { afterEach, expect, test, vi } from 'vitest'
import { whileIdle } from './while-idle.ts'

afterEach(() => vi.unstubAllGlobals())

test('what can wait runs when the browser is idle, and is called off in time', () => {
  const asked = new Map<number, () => void>()
  vi.stubGlobal('requestIdleCallback', (run: () => void) => asked.set(asked.size + 1, run).size)
  vi.stubGlobal('cancelIdleCallback', (handle: number) => asked.delete(handle))
  const run = vi.fn()
  const unwanted = vi.fn()
  whileIdle(run)
  whileIdle(unwanted)()
  expect(run).not.toHaveBeenCalled()
  for (const idle of asked.values()) idle()
  expect(run).toHaveBeenCalledOnce()
  expect(unwanted).not.toHaveBeenCalled()
})

test('a browser that knows no idle time runs it a little later', () => {
  vi.useFakeTimers()
  vi.stubGlobal('requestIdleCallback', undefined)
  const run = vi.fn()
  const unwanted = vi.fn()
  whileIdle(run)
  whileIdle(unwanted)()
  expect(run).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
  expect(unwanted).not.toHaveBeenCalled()
  vi.useRealTimers()
})
