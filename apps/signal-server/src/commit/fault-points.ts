/**
 * Named instants of the commit path at which test builds stop, kill or cut the process, so that a fault hits the
 * window it is meant for. In production nothing is passed and every call is a no-op.
 */
export const faultPoints = [
  'before-site-commit',
  /** Committed; nobody knows. */
  'after-site-commit',
  /** Answered; neither views nor entries have gone out. */
  'after-site-reply',
  'before-append',
  'after-append',
  /** Told to the readers; the writer has no answer. */
  'after-append-delivery',
  /** Another node's commit was heard of; nothing has been read yet. */
  'after-wake-up',
] as const
export type FaultPoint = (typeof faultPoints)[number]
export type AtFaultPoint = (point: FaultPoint) => Promise<void> | void

export const noFaults: AtFaultPoint = () => {}
