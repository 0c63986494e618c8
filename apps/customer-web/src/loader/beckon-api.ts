/** What a host page may ask of us: `Beckon(method, …)`. This file is also what sites get as `beckon.d.ts`. */

export interface BeckonTheme {
  /** `#rrggbb`; words on it are set black or white, whichever can be read. */
  accent?: string
  /** Ground of the panel and words on it, `#rrggbb`, together: refused below a contrast of 4.5. */
  ground?: string
  text?: string
  /** Corner radius in pixels, 0 to 24. */
  radius?: number
  mode?: 'light' | 'dark' | 'auto'
  /** The corner of the page; without it the reading direction's end. */
  position?: 'left' | 'right'
}

/** Facts by name: names of at most 64, values of at most 512 characters, 24 in all. */
export type BeckonFacts = Record<string, string | number | boolean>

export interface BeckonOptions {
  /** Key of a subject; an unknown one falls to the site's default. */
  subject?: string
  context?: BeckonFacts
  attributes?: BeckonFacts
  /** BCP 47, e.g. `ar-EG`. */
  locale?: string
  theme?: BeckonTheme
}

export interface BeckonStart {
  subject?: string
  /** Stands in the field, unsent: the customer's own click sends it. */
  text?: string
}

export interface BeckonInteraction {
  channel: 'chat' | 'voice'
  status: string
  subject: string
  /** What the customer may quote: `BS-…`. */
  reference: string
}

export interface BeckonState {
  open: boolean
  /** Messages, pages and invitations that wait behind the button. */
  unread: number
  /** The customer's open ones; known once the panel has been opened on this page. */
  interactions: BeckonInteraction[]
  /** The centre as of this page's start; undefined until known. */
  status?: {
    /** What a stranger is offered; a channel that is not is absent. */
    channels: Partial<Record<'chat' | 'voice', 'free' | 'queue' | 'closed'>>
    agentsAvailable: number
    waiting: number
  }
}

export interface BeckonEvents {
  open: undefined
  close: undefined
  /** `preview`: how the last message that waits begins; empty when none does. */
  unread: { unread: number; invited: boolean; words: string; preview: string }
  interactions: BeckonInteraction[]
}

/** What a channel that does not exist yet answers. */
export interface BeckonNotAvailable {
  ok: false
  error: { code: 'not-available'; reason: string }
}

export interface BeckonMethods {
  init(options: BeckonOptions & { site: string }): void
  identify(token: string): void
  logout(): void
  shutdown(): void
  update(options: BeckonOptions): void
  open(by?: HTMLElement): void
  close(): void
  toggle(): void
  show(): void
  hide(): void
  setAttributes(attributes: BeckonFacts): void
  setContext(context: BeckonFacts): void
  setLocale(locale: string): void
  setTheme(theme: BeckonTheme): void
  prefill(what: BeckonStart): void
  startChat(what?: BeckonStart): void
  startCall(what?: BeckonStart): void
  requestCallback(): Promise<BeckonNotAvailable>
  openRequest(): Promise<BeckonNotAvailable>
  /** The present address; pages of a history entry of their own are tracked without it. */
  trackPage(title?: string): void
  trackEvent(name: string, detail?: string): void
  /** Returns the way to stop listening. */
  on<E extends keyof BeckonEvents>(event: E, listener: (detail: BeckonEvents[E]) => void): () => void
  get(): BeckonState
}

/** Safe to call before the loader has run, through the stub of the embedding code; then nothing is returned. */
export interface Beckon {
  <E extends keyof BeckonEvents>(
    method: 'on',
    event: E,
    listener: (detail: BeckonEvents[E]) => void,
  ): (() => void) | undefined
  <M extends Exclude<keyof BeckonMethods, 'on'>>(
    method: M,
    ...rest: Parameters<BeckonMethods[M]>
  ): ReturnType<BeckonMethods[M]> | undefined
}
