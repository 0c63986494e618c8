import type { CallSession, CallSessionState } from './call-session.ts'

/** What is seen may wait so long for what is heard, milliseconds. */
export const holdMs = 200

/** When a page draws what is new. The steps that connect a call go before it: each takes a few milliseconds, a screen many. */
export interface Drawing {
  /** Something is new: after those who cannot wait `draw` is called, now or when the hold ends; of several the last. */
  due(draw: () => void): void
  /** `look` cannot wait: it sees everything new before it is drawn. Returns the end of it. */
  before(look: () => void): () => void
  /** Nothing is drawn for `holdMs` from now, or until `release`. */
  hold(): void
  /** What waits is drawn. */
  release(): void
}

export function createDrawing(): Drawing {
  const looks = new Set<() => void>()
  let waiting: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function release(): void {
    clearTimeout(timer)
    timer = undefined
    const draw = waiting
    waiting = undefined
    draw?.()
  }

  return {
    due(draw) {
      for (const look of looks) look()
      if (timer === undefined) draw()
      else waiting = draw
    },
    before(look) {
      looks.add(look)
      return () => void looks.delete(look)
    },
    hold() {
      clearTimeout(timer)
      timer = setTimeout(release, holdMs)
    },
    release,
  }
}

/** The step of a call on its way to the first sound; undefined before, after and without one. */
function stepOf(state: CallSessionState): string | undefined {
  if (state.phase === 'needs-microphone') return state.asking ? state.phase : undefined
  const isUnheard = state.phase === 'joining' || state.phase === 'connecting'
  return isUnheard && state.connectedAt === null ? state.phase : undefined
}

/**
 * Holds the drawing at each step of a call that has not been heard yet; a talk once begun holds nothing. Peers that are
 * connected are not heard yet: to draw just then cost the first sound some 30 ms.
 */
export function drawAfterCall(session: Pick<CallSession, 'state' | 'subscribe'>, drawing: Drawing): () => void {
  let before: string | undefined
  return session.subscribe(() => {
    const step = stepOf(session.state())
    if (session.state().phase === 'idle') drawing.release()
    else if (step !== undefined && step !== before) drawing.hold()
    before = step
  })
}
