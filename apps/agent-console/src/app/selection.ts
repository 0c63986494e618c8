import { useCallback, useSyncExternalStore } from 'react'

const param = 'work'
const changed = 'beckon:selection'

const read = (): string | undefined => new URLSearchParams(location.search).get(param) ?? undefined

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener)
  window.addEventListener(changed, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(changed, listener)
  }
}

/** Which interaction is open: in the address, so that a reload and a second tab keep their own. */
export function useSelection(): [string | undefined, (id: string) => void] {
  const selected = useSyncExternalStore(subscribe, read)
  const select = useCallback((id: string) => {
    const url = new URL(location.href)
    url.searchParams.set(param, id)
    history.replaceState(null, '', url)
    window.dispatchEvent(new Event(changed))
  }, [])
  return [selected, select]
}
