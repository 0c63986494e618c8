import type { BeckonState } from './beckon-api.ts'

export type Listener = (detail?: unknown) => void
/** One call of `Beckon(name, …)`, or of the click that opened the panel. */
export type BeckonCall = readonly [name: string, ...rest: unknown[]]

/** What the loader and the panel script share; the panel script comes with the first click. */
export interface Core {
  /** Site key; empty until known. */
  site: string
  /** Its `src` names the server, its `data-*` the codes of the whole page. */
  script: HTMLScriptElement
  launcher: HTMLButtonElement
  /** On its way beside the panel script, which takes it over. */
  frame?: HTMLIFrameElement | undefined
  /** For `Beckon('get')`. */
  state: BeckonState
  /** An empty name: it does not listen any more. */
  listeners: [name: string, listener: Listener][]
  /** Calls for the panel script, kept until it is there. */
  calls: BeckonCall[]
  /** Where a call goes: among `calls`, then to the panel script. */
  take(call: BeckonCall): void
  /** The panel cannot be had here: a calm word for the customer, the reason for the developer. */
  fail(reason: unknown): void
}

export interface BeckonFunction {
  (...call: unknown[]): unknown
  /** What was called before the loader ran: argument lists. */
  q?: unknown
  core?: Core
}
declare global {
  interface Window {
    Beckon?: BeckonFunction
  }
}
