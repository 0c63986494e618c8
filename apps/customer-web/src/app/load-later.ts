import { createStore } from '../components/create-store.ts'
import type * as Later from './later.ts'

export type LaterParts = typeof Later

/** Who types and who has seen what, calls, the past and the end: opening the panel does not pay for them. */
export const useLater = createStore<{ parts: LaterParts | undefined; failed: boolean }>(() => ({
  parts: undefined,
  failed: false,
}))

let loading: Promise<LaterParts> | undefined

/** Rejects when the network gives nothing; the next call tries again. */
export function loadLater(): Promise<LaterParts> {
  loading ??= import('./later.ts').then(
    (parts) => {
      useLater.setState({ parts, failed: false })
      return parts
    },
    (error: unknown) => {
      loading = undefined
      useLater.setState({ failed: true })
      throw error
    },
  )
  return loading
}
