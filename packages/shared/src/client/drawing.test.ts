import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallSessionState } from './call-session-state.ts'
import { createDrawing, drawAfterCall, holdMs } from './drawing.ts'
import { callId, fakeMicrophone } from './testing/fake-call.ts'

const held = { callId, microphone: fakeMicrophone().stream, muted: false }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is new is drawn at once while nothing holds it', () => {
  const draw = vi.fn()
  createDrawing().due(draw)
  expect(draw).toHaveBeenCalledOnce()
})

test('who cannot wait sees what is new first, may hold it, and sees what comes meanwhile', () => {
  const drawing = createDrawing()
  const look = vi.fn(drawing.hold)
  const draw = vi.fn()
  const stop = drawing.before(look)
  drawing.due(draw)
  drawing.due(draw)
  expect([look.mock.calls.length, draw.mock.calls.length]).toEqual([2, 0])
  stop()
  vi.advanceTimersByTime(holdMs)
  drawing.due(draw)
  expect([look.mock.calls.length, draw.mock.calls.length]).toEqual([2, 2])
})

test('held, the newest is drawn once, when the hold ends', () => {
  const [old, newest] = [vi.fn(), vi.fn()]
  const drawing = createDrawing()
  drawing.hold()
  drawing.due(old)
  drawing.due(newest)
  vi.advanceTimersByTime(holdMs - 1)
  expect(newest).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(newest).toHaveBeenCalledOnce()
  expect(old).not.toHaveBeenCalled()
  drawing.due(old)
  expect(old).toHaveBeenCalledOnce()
})

test('[VO13] a call that is over holds nothing any longer', () => {
  const drawing = createDrawing()
  let state: CallSessionState = { phase: 'joining', ...held, connectedAt: null }
  let tell: () => void = () => undefined
  drawAfterCall(
    {
      state: () => state,
      subscribe(listener) {
        tell = listener
        return () => undefined
      },
    },
    drawing,
  )
  tell()
  const draw = vi.fn()
  drawing.due(draw)
  expect(draw).not.toHaveBeenCalled()
  state = { phase: 'idle' }
  tell()
  expect(draw).toHaveBeenCalledOnce()
})

/** What is drawn at once while a call goes through these states, one after another. */
function drawnAt(states: CallSessionState[]): boolean[] {
  let [state] = states
  let tell: () => void = () => undefined
  const drawing = createDrawing()
  const session = {
    state: () => state as CallSessionState,
    subscribe(listener: () => void) {
      tell = listener
      return () => undefined
    },
  }
  drawAfterCall(session, drawing)
  return states.map((next) => {
    state = next
    tell()
    const draw = vi.fn()
    drawing.due(draw)
    const atOnce = draw.mock.calls.length === 1
    vi.advanceTimersByTime(holdMs)
    return atOnce
  })
}

test('[VO13] each step of a call that was not heard yet holds the drawing once, and a talk holds nothing', () => {
  const joining = { phase: 'joining', ...held, connectedAt: null } as const
  const connecting = { phase: 'connecting', ...held, connectedAt: null, remoteStream: null } as const
  expect(
    drawnAt([
      { phase: 'needs-microphone', callId, asking: true, muted: false },
      joining,
      { ...joining, muted: true },
      connecting,
      { ...connecting, phase: 'talking' },
      { ...connecting, connectedAt: 5 },
      { phase: 'idle' },
    ]),
  ).toEqual([false, false, true, false, true, true, true])
})
