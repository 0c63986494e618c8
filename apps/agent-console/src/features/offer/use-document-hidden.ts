import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

export const useDocumentHidden = (): boolean =>
  useSyncExternalStore(subscribe, () => document.visibilityState === 'hidden')
