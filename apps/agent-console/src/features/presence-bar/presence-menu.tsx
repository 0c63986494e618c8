import type { MeResponse } from '@beckon/shared/protocol/http'
import type { OverallPresence } from '@beckon/shared/model/presence'
import { clockText } from '@beckon/shared/rules/countdown'
import { ChevronDown, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { PresenceGlyph, presenceTone } from '../../components/presence-glyph.tsx'
import { toneChip } from '../../components/tone.ts'
import { isHere, usePresence } from '../../realtime/presence-store.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { reasonName } from '../../components/reason-name.ts'
import { usePresenceChoices } from './use-presence-choices.ts'

const DevicesDialog = lazy(async () => ({ default: (await import('./devices-dialog.tsx')).DevicesDialog }))

interface PresenceMenuProps {
  overall: OverallPresence
  online: boolean
  reasons: MeResponse['presenceReasons']
  onHeadset: (goReady: boolean) => void
}

/** What the agent is to others, for how long, and every choice that concerns all channels at once. */
export function PresenceMenu({ overall, online, reasons, onHeadset }: PresenceMenuProps) {
  const { t } = useTranslation()
  const { channels, since } = usePresence()
  const held = useClock((now) => clockText(now - since))
  const [devicesOpen, setDevicesOpen] = useState(false)
  const choices = usePresenceChoices(reasons, onHeadset, () => setDevicesOpen(true))
  const common = channels.every(({ intent, reason }) => intent === 'unavailable' && reason === channels[0]?.reason)
  const reason = common ? (channels[0]?.reason ?? null) : null
  const next = choices.nextReason
  const why = overall === 'unavailable' ? reasonName(reasons, reason) : undefined
  const word = [t(`presence.overall.${overall}`), why].filter((part) => part !== undefined).join(' · ')
  const choose = (key: string) => {
    if (key === 'ready') choices.goReady()
    else if (key === 'devices') setDevicesOpen(true)
    else if (key === 'dnd') choices.setDnd(!choices.dnd)
    else if (key.startsWith('next ')) choices.planNext(key.slice('next '.length))
    else choices.leave(key)
  }
  const hereName = choices.devices.find(isHere)?.nickname ?? t('device.unnamed')
  const withHeading = (heading: string, index: number) => (index === 0 ? { heading } : {})
  return (
    <>
      {/* Not in the button: what is in one is its name, and no live region. */}
      <span role="status" className="sr-only">
        {word}
      </span>
      <div className={`rounded-md [&_[role=menu]]:text-ink ${toneChip[presenceTone(overall)]}`}>
        <MenuButton
          look="quiet"
          menuLabel={t('presence.menu')}
          disabled={!online}
          label={
            <>
              <PresenceGlyph presence={overall} />
              <span className="font-semibold text-ink">{word}</span>
              {online && <span className="text-sm text-muted">{held}</span>}
              <ChevronDown size={14} aria-hidden="true" className="text-muted" />
            </>
          }
          items={[
            { key: 'ready', label: t('presence.allReady'), checked: overall === 'ready' },
            { key: 'dnd', label: t('presence.dnd'), hint: t('presence.dndHint'), checked: choices.dnd },
            ...reasons.map(({ key, name }, index) => ({
              key,
              label: name,
              checked: reason === key,
              ...withHeading(t('presence.awayNow'), index),
            })),
            ...(choices.busy ? reasons : []).map(({ key, name }, index) => ({
              key: `next ${key}`,
              label: t('presence.next', { reason: name }),
              checked: next === key,
              ...withHeading(t('presence.afterWork'), index),
            })),
            ...(choices.devices.length === 0
              ? []
              : [
                  {
                    key: 'devices',
                    label: t('device.manage'),
                    hint: t('device.thisOne', { name: hereName }),
                    heading: t('device.title'),
                  },
                ]),
          ]}
          onChoose={choose}
        />
      </div>
      {next !== null && (
        <span className="inline-flex items-center gap-1 rounded-md bg-sunken ps-2 text-sm">
          {t('presence.next', { reason: reasonName(reasons, next) })}
          <Button small look="quiet" aria-label={t('presence.cancelNext')} onClick={() => choices.planNext()}>
            <X size={14} aria-hidden="true" />
          </Button>
        </span>
      )}
      {choices.dnd && online && (
        <Button small look="primary" onClick={() => choices.setDnd(false)}>
          {t('presence.dndOff')}
        </Button>
      )}
      {devicesOpen && (
        <Suspense>
          <DevicesDialog onClose={() => setDevicesOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
