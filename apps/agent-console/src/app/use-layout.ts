import { useSyncExternalStore } from 'react'

/** One pane at a time, the work beside the talk, or all three; the widths are the stylesheet's `md` and `lg`. */
export type Layout = 'phone' | 'tablet' | 'desk'

const phone = '(width < 820px)'
const tablet = '(width < 1160px)'

const subscribe = (listener: () => void) => {
  const queries = [matchMedia(phone), matchMedia(tablet)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

const read = (): Layout => (matchMedia(phone).matches ? 'phone' : matchMedia(tablet).matches ? 'tablet' : 'desk')

export const useLayout = (): Layout => useSyncExternalStore(subscribe, read)
