import { useCallback, useEffect, useRef, useState } from 'react'

/** Whoever pressed a key within this time is still writing. */
const writingMs = 1_000

const keep = (key: string, text: string) =>
  text === '' ? localStorage.removeItem(key) : localStorage.setItem(key, text)

/**
 * Reads, keeps and shares between tabs one text of localStorage; an empty one is removed. The last writer wins, and who
 * is writing is the last: their text goes out again over what another tab brings.
 */
export function useStoredText(key: string): [string, (text: string) => void] {
  const [stored, setStored] = useState({ key, text: localStorage.getItem(key) ?? '' })
  const current = stored.key === key ? stored.text : (localStorage.getItem(key) ?? '')
  if (stored.key !== key) setStored({ key, text: current })
  const written = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key !== key) return
      if (performance.now() - written.current.at < writingMs) keep(key, written.current.text)
      else setStored({ key, text: event.newValue ?? '' })
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [key])
  const change = useCallback(
    (text: string) => {
      written.current = { text, at: performance.now() }
      keep(key, text)
      setStored({ key, text })
    },
    [key],
  )
  return [current, change]
}
