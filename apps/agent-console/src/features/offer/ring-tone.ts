/** Two soft tones, twice: Hz, start and length in seconds within one ring. */
const notes = [
  { hertz: 659.25, at: 0, length: 0.32 },
  { hertz: 880, at: 0.2, length: 0.42 },
  { hertz: 659.25, at: 0.9, length: 0.32 },
  { hertz: 880, at: 1.1, length: 0.42 },
] as const
const loudness = 0.14
/** From ring to ring, milliseconds. */
const periodMs = 2_600
/** A browser that allows sound starts the audio clock sooner than this, milliseconds; one that does not, never. */
const startsWithinMs = 500

function playNote(audio: AudioContext, { hertz, at, length }: (typeof notes)[number]): void {
  const start = audio.currentTime + at
  const gain = audio.createGain()
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, start + length)
  gain.connect(audio.destination)
  const tone = audio.createOscillator()
  tone.frequency.value = hertz
  tone.connect(gain)
  tone.start(start)
  tone.stop(start + length)
}

export type RingState = 'silent' | 'starting' | 'audible' | 'blocked'

export interface RingTone {
  /** Rings until `stop`. */
  start(): void
  stop(): void
  /** `blocked`: the browser waits for a click before it lets sound out. */
  state(): RingState
  /** Call inside a click. */
  unblock(): void
  subscribe(listener: () => void): () => void
}

const browserAudio = () => (typeof AudioContext === 'function' ? new AudioContext() : undefined)

/** Our own ring, made of sine tones; a browser without audio stays silent. */
export function createRingTone(makeAudio: () => AudioContext | undefined = browserAudio): RingTone {
  let audio: AudioContext | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  let verdict: ReturnType<typeof setTimeout> | undefined
  let state: RingState = 'silent'
  const listeners = new Set<() => void>()
  const become = (next: RingState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const ring = () => {
    if (audio?.state === 'running') for (const note of notes) playNote(audio, note)
  }
  const heard = () => {
    if (audio?.state !== 'running' || timer === undefined || state === 'audible') return
    become('audible')
    ring()
  }
  const wake = () => {
    audio ??= makeAudio()
    if (audio === undefined) return
    audio.onstatechange = heard
    // A refusal leaves the audio clock standing, which `verdict` finds.
    void audio.resume().catch(() => undefined)
  }
  return {
    start() {
      if (timer !== undefined) return
      timer = setInterval(ring, periodMs)
      become('starting')
      wake()
      heard()
      verdict = setTimeout(() => audio !== undefined && state === 'starting' && become('blocked'), startsWithinMs)
    },
    stop() {
      clearInterval(timer)
      clearTimeout(verdict)
      timer = undefined
      become('silent')
    },
    state: () => state,
    unblock: wake,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
