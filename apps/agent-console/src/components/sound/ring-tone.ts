import { type Ringer, ringOnce, setSink } from './play-ring.ts'

/** From ring to ring, milliseconds. */
const periodMs = 2_600
/** A browser that allows sound starts the audio clock sooner than this, milliseconds; one that does not, never. */
const startsWithinMs = 500

/** `elsewhere`: another tab rings for this agent. `blocked`: the browser waits for a click, and no tab rings. */
export type RingState = 'silent' | 'starting' | 'audible' | 'elsewhere' | 'blocked'

export interface RingTone {
  /** Rings until `stop`, in one tab only. */
  start(): void
  stop(): void
  /** One ring now, as a test; call it inside a click. */
  once(): void
  state(): RingState
  /** Call inside a click. */
  unblock(): void
  playThrough(ringer: Ringer): void
  subscribe(listener: () => void): () => void
}

/** How the tabs of one agent agree on who rings. */
export interface OneTab {
  /** Calls `held` once this tab is the one, and gives it up with `signal`. */
  hold(signal: AbortSignal, held: () => void): void
  heldElsewhere(): Promise<boolean>
}

const browserAudio = () => (typeof AudioContext === 'function' ? new AudioContext() : undefined)

/** Our own ring, made of sine tones; a browser without audio stays silent. */
export function createRingTone(tabs: OneTab, makeAudio: () => AudioContext | undefined = browserAudio): RingTone {
  let audio: AudioContext | undefined
  let ringer: Ringer = { deviceId: '', volume: 1 }
  let timer: ReturnType<typeof setInterval> | undefined
  let verdict: ReturnType<typeof setTimeout> | undefined
  let over = new AbortController()
  let asked = false
  let hush = (): void => undefined
  let state: RingState = 'silent'
  const listeners = new Set<() => void>()
  const become = (next: RingState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const isRinging = () => timer !== undefined
  const ring = () => {
    if (audio?.state === 'running' && state === 'audible') hush = ringOnce(audio, ringer.volume)
  }
  /** A tab whose sound is held back leaves the ring to one that can be heard. */
  const contend = () => {
    if (audio?.state !== 'running' || !isRinging() || asked) return
    asked = true
    become('elsewhere')
    tabs.hold(over.signal, () => {
      become('audible')
      ring()
    })
  }
  const wake = () => {
    if (audio === undefined) {
      audio = makeAudio()
      if (audio === undefined) return
      audio.onstatechange = contend
      if (ringer.deviceId !== '') setSink(audio, ringer.deviceId)
    }
    // A refusal leaves the audio clock standing, which `judge` finds.
    void audio.resume().catch(() => undefined)
  }
  const judge = async () => {
    if (audio === undefined || asked) return
    const elsewhere = await tabs.heldElsewhere()
    if (isRinging() && !asked) become(elsewhere ? 'elsewhere' : 'blocked')
  }
  return {
    start() {
      if (isRinging()) return
      over = new AbortController()
      asked = false
      timer = setInterval(() => (asked ? ring() : void judge()), periodMs)
      become('starting')
      wake()
      contend()
      verdict = setTimeout(() => void judge(), startsWithinMs)
    },
    stop() {
      clearInterval(timer)
      clearTimeout(verdict)
      timer = undefined
      over.abort()
      hush()
      become('silent')
    },
    once() {
      wake()
      if (audio !== undefined) ringOnce(audio, ringer.volume)
    },
    state: () => state,
    unblock: wake,
    playThrough(next) {
      if (audio !== undefined && next.deviceId !== ringer.deviceId) setSink(audio, next.deviceId)
      ringer = next
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
