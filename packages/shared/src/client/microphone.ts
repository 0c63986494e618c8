/**
 * `denied`: by the person or the browser's settings. `forbidden-by-page`: the host page's policy or an insecure
 * address; asking again here is pointless, a window of our own may help. `missing`: none there, or it is taken.
 */
export type MicrophoneRefusal = 'denied' | 'forbidden-by-page' | 'missing'

export class MicrophoneError extends Error {
  readonly reason: MicrophoneRefusal
  constructor(reason: MicrophoneRefusal, cause?: unknown) {
    super(`microphone ${reason}`, { cause })
    this.reason = reason
  }
}

/** Chromium tells what the page's policy allows; elsewhere undefined, and a refusal counts as the person's. */
function allowedByPolicy(): boolean | undefined {
  if (!('featurePolicy' in document)) return undefined
  const policy = document.featurePolicy as { allowsFeature?: (feature: string) => boolean } | undefined
  return policy?.allowsFeature?.('microphone')
}

/** Whether asking can lead anywhere on this page at all. */
export const microphoneForbidden = (): boolean => navigator.mediaDevices === undefined || allowedByPolicy() === false

/** Why asking failed, whoever asked. */
export function refusalOf(error: unknown): MicrophoneRefusal {
  if (error instanceof MicrophoneError) return error.reason
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'SecurityError') return 'forbidden-by-page'
  return name === 'NotAllowedError' ? 'denied' : 'missing'
}

/** Asks for the microphone; throws a `MicrophoneError`. Call it after a click only. Empty or gone: the default one. */
export async function askMicrophone(deviceId = ''): Promise<MediaStream> {
  if (microphoneForbidden()) throw new MicrophoneError('forbidden-by-page')
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(deviceId !== '' && { deviceId: { ideal: deviceId } }),
      },
    })
  } catch (error) {
    throw new MicrophoneError(refusalOf(error), error)
  }
}
