import { Check, Clock, PanelTop, RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { timeOfDay } from '../time-text.ts'
import type { PageOutcome } from './fold-entries.ts'

interface PushedPageProps {
  title: string
  url: string
  by: string
  /** Undefined: no answer yet. Null: not even sent. */
  outcome: PageOutcome | undefined | null
  onAgain?: (() => void) | undefined
  /** Who and when, or what becomes of it. */
  children: ReactNode
}

export function PushedPage({ title, url, by, outcome, onAgain, children }: PushedPageProps) {
  const { t } = useTranslation()
  const time = outcome ? timeOfDay(outcome.at) : ''
  const state =
    outcome === undefined || outcome === null
      ? { icon: Clock, text: t('timeline.pagePending'), tone: 'text-muted' }
      : outcome.outcome === 'opened'
        ? { icon: Check, text: t('timeline.pageOpened', { time }), tone: 'text-available' }
        : { icon: X, text: t('timeline.pageDismissed', { time }), tone: 'text-partial' }
  return (
    <div className="ms-auto flex max-w-[min(72%,560px)] flex-col items-end gap-1 max-md:max-w-[88%]">
      <div className="flex min-w-60 items-start gap-3 rounded-lg border border-line bg-surface px-3 py-2">
        <PanelTop size={18} aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
        <div className="min-w-0">
          <p className="text-xs text-muted">{by}</p>
          <p className="font-medium [overflow-wrap:anywhere]">
            <bdi>{title === '' ? url : title}</bdi>
          </p>
          {title !== '' && (
            <p className="truncate text-xs text-muted">
              <bdi>{url}</bdi>
            </p>
          )}
          {outcome !== null && (
            <p className={`mt-1 flex items-center gap-1 text-sm ${state.tone}`}>
              <state.icon size={14} aria-hidden="true" />
              {state.text}
            </p>
          )}
        </div>
        {onAgain !== undefined && (
          <button
            type="button"
            aria-label={`${t('composer.pushAgain')}: ${title === '' ? url : title}`}
            title={t('composer.pushAgain')}
            onClick={onAgain}
            className="-me-1 grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken pointer-coarse:size-11"
          >
            <RotateCw size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      <p className="px-1 text-xs text-muted">{children}</p>
    </div>
  )
}
