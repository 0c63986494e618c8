import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Splitter } from '../components/splitter.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { prefer, usePreferences } from './preferences.ts'

/** CSS pixels: narrower a line of work is unreadable, wider the talk has no room. */
const minPx = 240
const maxPx = 480

interface SidePaneProps {
  side: 'work' | 'customer'
  label: string
  /** Alone on the screen, beside the talk, or not to be seen. */
  show: 'alone' | 'beside' | 'not'
  children: ReactNode
}

/** A pane at the side of the talk, as wide as the agent made it. Hidden ones stay as they are. */
export function SidePane({ side, label, show, children }: SidePaneProps) {
  const { t } = useTranslation()
  const widthPx = usePreferences((s) => (side === 'work' ? s.workPx : s.customerPx))
  const id = `pane-${side}`
  const pane = (
    <aside
      id={id}
      aria-label={label}
      // It scrolls, by keys too, when nothing in it takes the focus.
      tabIndex={0}
      style={show === 'beside' ? { width: widthPx } : undefined}
      className={
        show === 'not'
          ? 'hidden'
          : `min-h-0 overflow-y-auto focus-visible:outline-offset-[-2px] ${show === 'alone' ? 'flex-1' : 'shrink-0'}`
      }
    >
      <ErrorBoundary>{children}</ErrorBoundary>
    </aside>
  )
  const splitter = show === 'beside' && (
    <Splitter
      label={side === 'work' ? t('app.workWidth') : t('app.customerWidth')}
      controls={id}
      pane={side === 'work' ? 'before' : 'after'}
      px={widthPx}
      min={minPx}
      max={maxPx}
      onChange={(px) => prefer(side === 'work' ? { workPx: px } : { customerPx: px })}
      onFold={() => prefer(side === 'work' ? { workFolded: true } : { customerFolded: true })}
    />
  )
  return side === 'work' ? (
    <>
      {pane}
      {splitter}
    </>
  ) : (
    <>
      {splitter}
      {pane}
    </>
  )
}
