import { expect, type Locator } from '@playwright/test'

/** Of what an audio element plays: the loudest frequency and how far it stands out of the rest, in decibels. */
interface Peak {
  playing: boolean
  hertz: number
  level: number
}

/** Listens at the element itself: a paused, muted or empty one plays nothing, whatever its stream carries. */
async function listen(audio: Locator): Promise<Peak> {
  return audio.evaluate(async (node) => {
    const element = node as HTMLAudioElement & { ear?: AnalyserNode; heard?: MediaStream }
    const silent = { playing: false, hertz: 0, level: -Infinity }
    const stream = element.srcObject as MediaStream | null
    if (element.paused || element.muted || element.volume === 0 || !stream?.getAudioTracks().length) return silent
    if (!element.ear || element.heard !== stream) {
      element.heard = stream
      const context = new AudioContext()
      await context.resume()
      element.ear = context.createAnalyser()
      element.ear.fftSize = 8_192
      element.ear.smoothingTimeConstant = 0
      context.createMediaStreamSource(stream).connect(element.ear)
    }
    const { ear } = element
    const bins = new Float32Array(ear.frequencyBinCount)
    ear.getFloatFrequencyData(bins)
    let best = 0
    for (let i = 1; i < bins.length; i++) if ((bins[i] ?? -Infinity) > (bins[best] ?? -Infinity)) best = i
    return { playing: true, hertz: (best * ear.context.sampleRate) / ear.fftSize, level: bins[best] ?? -Infinity }
  })
}

/** True sound: the tone of the other side's microphone stands at the speaker. */
export async function expectToHear(audio: Locator, hertz: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const peak = await listen(audio)
        return peak.playing && peak.level > -60 && Math.abs(peak.hertz - hertz) < 20
      },
      { timeout: 20_000, message: `a tone of ${hertz} Hz is heard` },
    )
    .toBe(true)
}

/** Nothing is played, or about to be. */
export const expectNoVoice = (audio: Locator): Promise<void> => expect(audio).toHaveJSProperty('srcObject', null)

export async function expectSilence(audio: Locator): Promise<void> {
  await expect
    .poll(async () => (await listen(audio)).level < -80, { timeout: 10_000, message: 'nothing is heard' })
    .toBe(true)
}
