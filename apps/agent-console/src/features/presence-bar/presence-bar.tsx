import { clockText } from '@beckon/shared/rules/countdown'
import { useTranslation } from 'react-i18next'
import { PresenceGlyph, presenceTone } from '../../components/presence-glyph.tsx'
import { toneChip } from '../../components/tone.ts'
import { useLink } from '../../realtime/link-store.ts'
import { usePresence } from '../../realtime/presence-store.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { ChannelToggle } from './channel-toggle.tsx'

export function PresenceBar({ onHeadset }: { onHeadset: (goReady: boolean) => void }) {
  const { t } = useTranslation()
  const { known, overall: lastKnown, channels, since } = usePresence()
  // Without a line no contact can come, whatever the last view said.
  const online = useLink((s) => s.status === 'online')
  const overall = online ? lastKnown : 'offline'
  const held = useClock((now) => clockText(now - since))
  if (!known) return <div className="h-9 w-32 rounded-md bg-sunken motion-safe:animate-pulse" />
  return (
    <div
      role="group"
      aria-label={t('presence.label')}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 max-md:contents"
    >
      <p className={`flex min-h-8 items-center gap-1.5 rounded-md px-2.5 ${toneChip[presenceTone(overall)]}`}>
        <PresenceGlyph presence={overall} />
        <span role="status" className="font-semibold text-ink">
          {t(`presence.overall.${overall}`)}
        </span>
        {online && <span className="text-sm text-muted">{held}</span>}
      </p>
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-1 max-md:order-last max-md:w-full">
        {channels.map((view) => (
          <ChannelToggle key={view.channel} view={view} onHeadset={onHeadset} />
        ))}
      </ul>
    </div>
  )
}
