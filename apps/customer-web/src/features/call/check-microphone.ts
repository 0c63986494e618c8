import { askMicrophone, MicrophoneError } from '@beckon/shared/client/microphone'
import { useCall } from './call-store.ts'

/**
 * After a click, before anybody is called: may we use the microphone? It is let go at once; a refusal is shown with
 * ways out.
 */
export async function checkMicrophone(): Promise<boolean> {
  useCall.setState({ asking: true, refusal: undefined })
  try {
    for (const track of (await askMicrophone()).getTracks()) track.stop()
    useCall.setState({ asking: false })
    return true
  } catch (error) {
    useCall.setState({ asking: false, refusal: error instanceof MicrophoneError ? error.reason : 'missing' })
    return false
  }
}

export const forgetRefusal = (): void => useCall.setState({ refusal: undefined })
