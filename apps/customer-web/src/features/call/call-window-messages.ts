import type { ContextBag } from '@beckon/shared/model/context'

/** What the call window posts to the frame that opened it, with no secret in it. */
export const callWindowReady = 'beckon:call-ready'

/** What the frame answers, to our own origin only. */
export interface CallWindowStart {
  beckon: 'call'
  /** One-time, 60 s: the window becomes the visitor of the frame. */
  code: string
  /** What to ask for when no call is open. */
  wish: { subject: string | undefined; bag: ContextBag; parentId: string | undefined }
  locale: string
}

export const isCallWindowStart = (value: unknown): value is CallWindowStart =>
  typeof value === 'object' && value !== null && (value as { beckon?: unknown }).beckon === 'call' && 'code' in value
