export interface AudioLevel {
  /** Loudness of this moment, 0 to 1; call it once a frame while the meter is on a screen. */
  read(): number
  close(): void
}

/** Root mean square of speech near a microphone is about 0.3; more fills the meter. */
const fullScale = 0.3

export function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) / fullScale)
}

/** Meters a stream without playing it. Needs a page the person has clicked on, or the audio clock stands still. */
export function createAudioLevel(stream: MediaStream): AudioLevel {
  const audio = new AudioContext()
  const source = audio.createMediaStreamSource(stream)
  const analyser = audio.createAnalyser()
  analyser.fftSize = 512
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return {
    read() {
      analyser.getFloatTimeDomainData(samples)
      return levelOf(samples)
    },
    close() {
      source.disconnect()
      void audio.close()
    },
  }
}
