import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import type { SaveState } from './use-setting.ts'

interface SaveBarProps {
  state: SaveState
  /** Reads what another has set and drops what stands here. */
  onStartOver: () => void
  children?: ReactNode
}

/** The form's own button, and beside it what became of the last save. */
export function SaveBar({ state, onStartOver, children }: SaveBarProps) {
  const { t } = useTranslation()
  const bad = state !== 'resting' && state !== 'saving' && state !== 'saved'
  return (
    <div className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-3">
      <Button look="primary" type="submit" disabled={state === 'saving'}>
        {t(state === 'saving' ? 'settings.saving' : 'settings.save')}
      </Button>
      {children}
      <p role={bad ? 'alert' : 'status'} className={`min-w-0 flex-1 text-sm ${bad ? 'text-dnd' : 'text-available'}`}>
        {state !== 'resting' && state !== 'saving' && t(`settings.state.${state}`)}
      </p>
      {state === 'changed' && <Button onClick={onStartOver}>{t('settings.startOver')}</Button>}
    </div>
  )
}
