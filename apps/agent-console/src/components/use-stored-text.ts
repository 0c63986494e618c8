import { useCallback, useEffect, useState } from 'react'

/** Reads, keeps and shares between tabs one text of localStorage; an empty one is removed. */
export function useStoredText(key: string): [string, (text: string) => void] {
  const [stored, setStored] = useState({ key, text: localStorage.getItem(key) ?? '' })
  const current = stored.key === key ? stored.text : (localStorage.getItem(key) ?? '')
  if (stored.key !== key) setStored({ key, text: current })
  useEffect(() => {
    const onStorage = (event: StorageEvent) => event.key === key && setStored({ key, text: event.newValue ?? '' })
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [key])
  const change = useCallback(
    (text: string) => {
      if (text === '') localStorage.removeItem(key)
      else localStorage.setItem(key, text)
      setStored({ key, text })
    },
    [key],
  )
  return [current, change]
}
