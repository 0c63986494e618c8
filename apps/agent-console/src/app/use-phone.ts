import { useSyncExternalStore } from 'react'

/** Narrower than this there is room for one pane only; the same width as the stylesheet's `md`. */
const query = '(width < 820px)'

const subscribe = (listener: () => void) => {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches)
