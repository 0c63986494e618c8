import { useEffect } from 'react'

/** Alt+A accepts from anywhere, also while typing; by key position, because on a Mac the letter becomes "å". */
export function useAcceptKey(accept: (() => void) | undefined): void {
  useEffect(() => {
    if (accept === undefined) return
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== 'KeyA') return
      event.preventDefault()
      if (!event.repeat) accept()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [accept])
}
