import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DraftMode } from '../../components/draft-key.ts'

interface ModeTabsProps {
  mode: DraftMode
  panelId: string
  onMode: (mode: DraftMode) => void
}

const modes: readonly DraftMode[] = ['reply', 'note']

export function ModeTabs({ mode, panelId, onMode }: ModeTabsProps) {
  const { t } = useTranslation()
  return (
    <div role="tablist" aria-label={t('composer.mode')} className="flex gap-1">
      {modes.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === mode}
          aria-controls={panelId}
          onClick={() => onMode(each)}
          className={`inline-flex min-h-7 items-center gap-1 rounded-md px-2.5 text-sm pointer-coarse:min-h-11 ${each === mode ? 'bg-sunken font-semibold' : 'text-muted hover:bg-sunken'}`}
        >
          {each === 'note' && <Lock size={12} aria-hidden="true" />}
          {t(`composer.${each}`)}
        </button>
      ))}
    </div>
  )
}
