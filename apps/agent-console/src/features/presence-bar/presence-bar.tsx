import type { MediaChannelView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { useLink } from '../../realtime/link-store.ts'
import { isHere, usePresence } from '../../realtime/presence-store.ts'
import { ChannelToggle } from './channel-toggle.tsx'
import { PresenceMenu } from './presence-menu.tsx'

interface PresenceBarProps {
  reasons: MeResponse['presenceReasons']
  onHeadset: (goReady: boolean) => void
}

export function PresenceBar({ reasons, onHeadset }: PresenceBarProps) {
  const { t } = useTranslation()
  const { known, overall: lastKnown, channels } = usePresence()
  // Without a line no contact can come, whatever the last view said.
  const online = useLink((s) => s.status === 'online')
  const several = channels.filter(({ channel }) => channel === 'voice').length > 1
  const deviceOf = (view: MediaChannelView) =>
    several && view.channel === 'voice' ? { name: view.nickname ?? t('device.unnamed'), here: isHere(view) } : undefined
  if (!known) return <div className="h-9 w-32 rounded-md bg-sunken motion-safe:animate-pulse" />
  return (
    <div
      role="group"
      aria-label={t('presence.label')}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 max-md:contents"
    >
      <div className="flex flex-wrap items-center gap-2">
        <PresenceMenu
          overall={online ? lastKnown : 'offline'}
          online={online}
          reasons={reasons}
          onHeadset={onHeadset}
        />
      </div>
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-1 max-md:order-last max-md:w-full max-md:gap-x-3">
        {channels.map((view) => (
          <ChannelToggle key={view.id} view={view} device={deviceOf(view)} reasons={reasons} onHeadset={onHeadset} />
        ))}
      </ul>
    </div>
  )
}
