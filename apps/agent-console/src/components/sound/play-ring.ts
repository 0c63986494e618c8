export interface Ringer {
  /** Empty: the browser's default. */
  deviceId: string
  /** 0 to 1. */
  volume: number
}

/** Two soft tones, twice: Hz, start and length in seconds within one ring. */
const notes = [
  { hertz: 659.25, at: 0, length: 0.32 },
  { hertz: 880, at: 0.2, length: 0.42 },
  { hertz: 659.25, at: 0.9, length: 0.32 },
  { hertz: 880, at: 1.1, length: 0.42 },
] as const
/** At full volume. */
const loudness = 0.2

function playNote(out: GainNode, volume: number, { hertz, at, length }: (typeof notes)[number]): void {
  const { context: audio } = out
  const start = audio.currentTime + at
  const gain = audio.createGain()
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness * volume, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, start + length)
  gain.connect(out)
  const tone = audio.createOscillator()
  tone.frequency.value = hertz
  tone.connect(gain)
  tone.start(start)
  tone.stop(start + length)
}

/** Returns its end, in the middle of a note if need be. */
export function ringOnce(audio: AudioContext, volume: number): () => void {
  const out = audio.createGain()
  out.connect(audio.destination)
  if (volume > 0) for (const note of notes) playNote(out, volume, note)
  return () => out.disconnect()
}

/** Whether an output can be chosen for the ring, and for the other side's voice (newer than TypeScript's list). */
export const ringerSelectable = (): boolean =>
  typeof AudioContext === 'function' && 'setSinkId' in AudioContext.prototype
export const speakerSelectable = (): boolean => 'setSinkId' in HTMLMediaElement.prototype

type WithSink = (AudioContext | HTMLMediaElement) & { setSinkId?: (id: string) => Promise<void> }

/** A device that is gone leaves the default one playing. */
export function setSink(output: AudioContext | HTMLMediaElement, deviceId: string): void {
  void (output as WithSink).setSinkId?.(deviceId).catch(() => undefined)
}
