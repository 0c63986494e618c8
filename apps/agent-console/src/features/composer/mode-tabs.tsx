import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DraftMode } from '../../components/draft-key.ts'
import { Tabs } from '../../components/tabs.tsx'

interface ModeTabsProps {
  mode: DraftMode
  panelId: string
  onMode: (mode: DraftMode) => void
}

export function ModeTabs({ mode, panelId, onMode }: ModeTabsProps) {
  const { t } = useTranslation()
  return (
    <Tabs
      small
      label={t('composer.mode')}
      tabs={[
        { key: 'reply', label: t('composer.reply') },
        { key: 'note', label: t('composer.note'), icon: <Lock size={12} aria-hidden="true" /> },
      ]}
      chosen={mode}
      panelId={panelId}
      onChoose={onMode}
    />
  )
}
