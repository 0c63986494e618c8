import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { TimelineItem } from './use-timeline.ts'

/** Closer to the end than this counts as being there, CSS pixels. */
const nearPx = 80
/** Of a row not drawn yet, CSS pixels. */
const guessPx = (item: TimelineItem | undefined): number => {
  if (item?.kind !== 'entry') return item?.kind === 'outgoing' ? 70 : 32
  if (item.entry.body.kind === 'message')
    return (item.goesOn ? 40 : 68) + 20 * Math.floor(item.entry.body.text.length / 70)
  return item.entry.body.kind === 'note' ? 84 : item.entry.body.kind === 'page-pushed' ? 116 : 32
}

interface VirtualLog {
  scroller: RefObject<HTMLDivElement | null>
  virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>
  onScroll: () => void
  /** There only when something newer lies below the screen. */
  toEnd: (() => void) | undefined
}

/**
 * Draws what is on the screen of a log of any length. Stays at the end while the reader is there, also when rows or
 * the composer grow; leaves a reader alone who scrolled up; holds their place when earlier rows come in above.
 * `onSeen`: the end is before the reader's eyes; called again with each change of what there is to see.
 */
export function useVirtualLog(items: readonly TimelineItem[], headPx: number, onSeen: () => void): VirtualLog {
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [newer, setNewer] = useState(false)
  // oxlint-disable-next-line react/incompatible-library -- it warns of the React Compiler, which is not used
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => guessPx(items[index]), [items]),
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    overscan: 8,
    paddingStart: headPx,
    paddingEnd: 24,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: nearPx,
  })
  const toEnd = useCallback(() => {
    virtualizer.scrollToEnd()
    setNewer(false)
  }, [virtualizer])
  const look = useCallback(() => {
    // Nothing of a folded pane is before anybody's eyes.
    const shown = (scroller.current?.clientHeight ?? 0) > 0
    if (atEnd.current && shown && document.visibilityState === 'visible') onSeen()
  }, [onSeen])
  useEffect(look, [look])
  const last = items.at(-1)
  const own = last?.kind === 'outgoing'
  useLayoutEffect(() => {
    if (atEnd.current || own) toEnd()
    else setNewer(true)
  }, [last?.key, own, toEnd])
  useEffect(() => {
    if (scroller.current === null) return
    // The composer grows, the call bar comes and goes, a hidden pane is shown again.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) virtualizer.scrollToEnd()
      look()
    })
    observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [virtualizer, look])
  useEffect(() => {
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [look])
  // Only a movement tells where the reader wants to be: rows that grow move nobody.
  const onScroll = () => {
    atEnd.current = virtualizer.isAtEnd()
    if (!atEnd.current) return
    setNewer(false)
    look()
  }
  return { scroller, virtualizer, onScroll, toEnd: newer ? toEnd : undefined }
}
