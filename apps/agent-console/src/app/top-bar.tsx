import type { MeResponse } from '@beckon/shared/protocol/http'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkChip } from '../features/link/link-chip.tsx'
import { PresenceBar } from '../features/presence-bar/presence-bar.tsx'
import { AccountMenu } from './account-menu.tsx'
import { PaletteButton } from './palette-button.tsx'

const HeadsetDialog = lazy(async () => ({
  default: (await import('../features/headset/headset-dialog.tsx')).HeadsetDialog,
}))

interface TopBarProps {
  me: MeResponse
  /** At its two ends. */
  start?: ReactNode
  end?: ReactNode
}

export function TopBar({ me, start, end }: TopBarProps) {
  const { t } = useTranslation()
  const [headset, setHeadset] = useState<{ goReady: boolean }>()
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1.5">
      <h1 className="sr-only">{t('app.desk', { name: me.agent.name })}</h1>
      {start}
      <PresenceBar onHeadset={(goReady) => setHeadset({ goReady })} />
      <div className="ms-auto flex items-center gap-2">
        <LinkChip />
        <PaletteButton />
        <AccountMenu me={me} onHeadset={() => setHeadset({ goReady: false })} />
        {end}
      </div>
      {headset !== undefined && (
        <Suspense>
          <HeadsetDialog {...headset} onClose={() => setHeadset(undefined)} />
        </Suspense>
      )}
    </header>
  )
}
