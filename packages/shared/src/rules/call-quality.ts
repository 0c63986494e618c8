/** What a peer has counted since it began, as the browser tells it. */
export interface CallSample {
  /** Packets of the other side's sound. */
  received: number
  lost: number
  /** Milliseconds. */
  jitterMs: number
  /** There and back, milliseconds; 0 while it is not known. */
  rttMs: number
}

export type CallQuality = 'good' | 'fair' | 'poor'

export interface QualityState {
  quality: CallQuality
  /** The newest sample; what was lost is counted from one to the next. */
  last: CallSample | undefined
  /** What the newest samples say, if it is not what is told, and how many in a row say so. */
  other: CallQuality
  times: number
}

export const unknownQuality: QualityState = { quality: 'good', last: undefined, other: 'good', times: 0 }

/** Above these, one is enough: a word goes missing now and then (fair), sentences do (poor). */
const limits = {
  fair: { loss: 0.02, jitterMs: 30, rttMs: 300 },
  poor: { loss: 0.08, jitterMs: 60, rttMs: 600 },
} as const

/** Samples in a row before another word is told: bad news sooner than good. */
const patience = { worse: 2, better: 4 } as const

const rank: Record<CallQuality, number> = { good: 0, fair: 1, poor: 2 }

/** Of one stretch between two samples, or undefined: a new peer counts from nothing again. */
function gradeOf(last: CallSample, next: CallSample): CallQuality | undefined {
  const received = next.received - last.received
  const lost = Math.max(0, next.lost - last.lost)
  if (received < 0) return undefined
  // Nothing came at all: that is silence on the line, not a perfect one.
  const loss = received + lost === 0 ? 1 : lost / (received + lost)
  const beyond = ({ loss: most, jitterMs, rttMs }: (typeof limits)[keyof typeof limits]) =>
    loss >= most || next.jitterMs >= jitterMs || next.rttMs >= rttMs
  if (beyond(limits.poor)) return 'poor'
  return beyond(limits.fair) ? 'fair' : 'good'
}

/** The quality after one more sample; it changes only when several agree. */
export function judgeQuality(state: QualityState, next: CallSample): QualityState {
  const { quality, last, other, times } = state
  const grade = last && gradeOf(last, next)
  if (grade === undefined || grade === quality) return { quality, last: next, other: quality, times: 0 }
  const again = grade === other ? times + 1 : 1
  const needed = rank[grade] > rank[quality] ? patience.worse : patience.better
  if (again >= needed) return { quality: grade, last: next, other: grade, times: 0 }
  return { quality, last: next, other: grade, times: again }
}
