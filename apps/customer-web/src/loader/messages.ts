import type { ContextItem, TrailEntry } from '@beckon/shared/model/context'
import type { BeckonInteraction, BeckonState, BeckonTheme } from './beckon-api.ts'

/** What the frame posts to its parent, with no secret in it, until it is heard; a number of this load of it follows. */
export const readyMessage = 'beckon:ready'

/** What the loader asks a frame that came before it was wanted. */
export const wantedMessage = 'beckon:wanted'

/** Values the frame may keep through the loader; the frame itself has no storage in a foreign page. */
export type KeptKey = 'token' | 'outbox' | 'draft' | 'call' | 'talk' | 'survey' | 'files'

/** Everything the host page knows, sent whole: with the port at first, over the port after each change. */
export interface HostState {
  beckon: 1
  site: string
  subject: string
  items: ContextItem[]
  /** Oldest first; the last one is the present page. */
  trail: TrailEntry[]
  /** The page's language; empty when it names none. */
  locale: string
  /** The host site's signed token; empty after `logout`, absent when the page never said who it is. */
  identity?: string
  open: boolean
  /** As the page gave it; the frame checks it. */
  theme?: BeckonTheme
  /** As the page read it before the click. */
  status?: BeckonState['status']
  /** What the page asks to be done, once for each `id`. */
  wish?: { id: number; do: 'prefill' | 'chat' | 'voice'; text: string }
  kept: { [K in KeptKey]?: string | null }
}

/** What the frame asks of the loader, over the port. */
export type FrameMessage =
  | { type: 'close' }
  /** `value` null forgets. */
  | { type: 'keep'; key: KeptKey; value: string | null }
  /** A pushed page of the host's own origin, after the customer's click. */
  | { type: 'go'; url: string }
  /** For `Beckon('get')` and `Beckon('on', 'interactions', …)`. */
  | { type: 'interactions'; interactions: BeckonInteraction[] }
  /** For the page's buttons, while nothing waits. */
  | { type: 'word'; word: string }
  /** For `Beckon('on', name, …)`. */
  | { type: 'event'; name: string; detail?: unknown }
