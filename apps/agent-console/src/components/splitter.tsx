import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

interface SplitterProps {
  label: string
  /** Id of the pane whose width it sets. */
  controls: string
  /** The pane lies before it, in reading direction, or after it. */
  pane: 'before' | 'after'
  px: number
  min: number
  max: number
  onChange: (px: number) => void
  /** Enter, as the pattern of a window splitter has it. */
  onFold: () => void
}

const stepPx = 16
const isRtl = (element: Element): boolean => getComputedStyle(element).direction === 'rtl'

/** Sets the width of a pane, by pointer and by keys, in either reading direction. */
export function Splitter({ label, controls, pane, px, min, max, onChange, onFold }: SplitterProps) {
  const grabbed = useRef<{ x: number; px: number }>(undefined)
  const to = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))))
  /** How much wider the pane gets by a movement to the right. */
  const sign = (element: Element) => ((pane === 'before') === isRtl(element) ? -1 : 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const towards = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (towards !== 0) to(px + towards * sign(event.currentTarget) * stepPx)
    else if (event.key === 'Home') to(min)
    else if (event.key === 'End') to(max)
    else if (event.key === 'Enter') onFold()
    else return
    event.preventDefault()
  }
  const onPointerDown = (event: PointerEvent) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    grabbed.current = { x: event.clientX, px }
  }
  const onPointerMove = (event: PointerEvent) => {
    const { current } = grabbed
    if (current !== undefined) to(current.px + (event.clientX - current.x) * sign(event.currentTarget))
  }
  const release = () => {
    grabbed.current = undefined
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={px}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      className="relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line transition-colors before:absolute before:inset-y-0 before:-inset-x-3 hover:bg-accent focus-visible:bg-accent"
    />
  )
}
