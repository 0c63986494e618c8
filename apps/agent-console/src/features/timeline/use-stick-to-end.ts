import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Closer to the end than this counts as being there, pixels. */
const nearPx = 80

interface StickToEnd {
  scroller: RefObject<HTMLDivElement | null>
  content: RefObject<HTMLDivElement | null>
  /** There only when something newer lies below the screen. */
  toEnd: (() => void) | undefined
  onScroll: () => void
}

/** Stays at the end while the reader is there, also when rows grow; leaves a reader alone who scrolled up. */
/** `onSeen`: the end is before the reader's eyes; called again with each change of what there is to see. */
export function useStickToEnd(onSeen: () => void): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [newer, setNewer] = useState(false)
  const toEnd = useCallback(() => {
    const element = scroller.current
    if (element !== null) element.scrollTop = element.scrollHeight
    setNewer(false)
  }, [])
  useEffect(() => {
    if (content.current === null || scroller.current === null) return
    const observer = new ResizeObserver(() => (atEnd.current ? toEnd() : setNewer(true)))
    observer.observe(content.current)
    // The composer grows, the call bar comes and goes.
    observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [toEnd])
  useEffect(() => {
    const look = () => atEnd.current && document.visibilityState === 'visible' && onSeen()
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [onSeen])
  const onScroll = () => {
    const element = scroller.current
    if (element === null) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx
    if (!atEnd.current) return
    setNewer(false)
    if (document.visibilityState === 'visible') onSeen()
  }
  return { scroller, content, toEnd: newer ? toEnd : undefined, onScroll }
}
