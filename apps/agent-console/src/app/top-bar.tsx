import type { MeResponse } from '@beckon/shared/protocol/http'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkChip } from '../features/link/link-chip.tsx'
import { PresenceBar } from '../features/presence-bar/presence-bar.tsx'
import { AccountMenu } from './account-menu.tsx'
import { PaletteButton } from './palette-button.tsx'

interface TopBarProps {
  me: MeResponse
  /** Opens the headset check. */
  onHeadset: (goReady: boolean) => void
  /** At its two ends. */
  start?: ReactNode
  end?: ReactNode
}

export function TopBar({ me, onHeadset, start, end }: TopBarProps) {
  const { t } = useTranslation()
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1.5">
      <h1 className="sr-only">{t('app.desk', { name: me.agent.name })}</h1>
      {start}
      <PresenceBar reasons={me.presenceReasons} onHeadset={onHeadset} />
      <div className="ms-auto flex items-center gap-2">
        <LinkChip />
        <PaletteButton />
        <AccountMenu me={me} onHeadset={() => onHeadset(false)} />
        {end}
      </div>
    </header>
  )
}
