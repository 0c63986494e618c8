import { useCall } from './call-store.ts'

/**
 * After a click, before anybody is called: opens the microphone for the call to come, so that the answer does not wait
 * for it. A refusal is shown with ways out. Rejects when the code for calls could not be fetched.
 */
export async function prepareCall(): Promise<boolean> {
  useCall.setState({ asking: true, refusal: undefined })
  try {
    const refusal = await (await useCall.getState().load()).prepare()
    useCall.setState({ refusal })
    return refusal === undefined
  } finally {
    useCall.setState({ asking: false })
  }
}
