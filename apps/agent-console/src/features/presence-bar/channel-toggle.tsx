import type { MediaChannelView, WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { clockText } from '@beckon/shared/rules/countdown'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../components/actions/use-acts.ts'
import { Button } from '../../components/button.tsx'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { Chip } from '../../components/chip.tsx'
import { Switch } from '../../components/switch.tsx'
import { usePresence } from '../../realtime/presence-store.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { useVoiceObstacle } from '../../realtime/voice-obstacle.ts'
import { useWork } from '../../realtime/work-store.ts'
import { reasonName } from '../../components/reason-name.ts'
import { usePresenceToggle } from './use-presence-toggle.ts'

interface ChannelToggleProps {
  view: MediaChannelView
  /** Of voice on one of several devices that are connected: which. */
  device: { name: string; here: boolean } | undefined
  reasons: MeResponse['presenceReasons']
  /** Opens the headset check; passing it makes the agent available on voice where `goReady`. */
  onHeadset: (goReady: boolean) => void
}

/** When the next slot of the channel becomes free by itself. */
const firstWrapUp = (work: readonly WorkView[], channel: MediaChannelView['channel']): number | null =>
  work.reduce<number | null>(
    (first, item) =>
      item.channel !== channel || item.wrapUpUntil === null
        ? first
        : Math.min(first ?? item.wrapUpUntil, item.wrapUpUntil),
    null,
  )

/** The choice (switch) and, apart from it, what is in use. A miss replaces the switch by one click back. */
export function ChannelToggle({ view, device, reasons, onHeadset }: ChannelToggleProps) {
  const { t } = useTranslation()
  const { set: setIntent, busy } = usePresenceToggle(view)
  const obstacle = useVoiceObstacle()
  const elsewhere = device !== undefined && !device.here
  const stopped = view.channel === 'voice' && !elsewhere ? obstacle : undefined
  const channel = t(`presence.channel.${view.channel}`)
  const name =
    device === undefined ? channel : t(device.here ? 'device.voiceHere' : 'device.voiceOn', { device: device.name })
  const missed = view.missed ?? { outcome: 'gone' as const }
  const missedWords = t(`presence.missed.${missed.outcome}`, { name: 'to' in missed ? missed.to : '' })
  const used = { used: view.used, capacity: view.capacity }
  const covered = usePresence((s) => s.dndSince !== null)
  const on = view.intent === 'available' && !covered
  const deaf = elsewhere && !view.deviceReady
  const choose =
    setIntent && ((wanted: boolean) => (wanted && stopped !== undefined ? onHeadset(true) : setIntent(wanted)))
  // Another device checks its own headset; one that cannot take a call is not switched on from here.
  const set = deaf && !on ? undefined : choose
  const wrapUpUntil = useWork((s) => firstWrapUp(s.work, view.channel))
  const wrapUpLeft = useClock((now) => (wrapUpUntil === null ? '' : clockText(wrapUpUntil - now)))
  const off = covered ? t('presence.held') : (reasonName(reasons, view.reason) ?? t('presence.off'))
  useActs(
    set === undefined || covered
      ? []
      : [
          {
            id: `presence ${view.id}`,
            group: 'presence',
            label: on ? t('palette.off', { channel: name }) : t('palette.on', { channel: name }),
            run: () => set(!on),
          },
        ],
  )
  if (view.intent === 'not-responding') {
    return (
      <li className="flex items-center gap-2 rounded-md bg-dnd-soft py-0.5 ps-2 pe-1">
        <TriangleAlert size={16} aria-hidden="true" className="text-dnd" />
        <span className="font-semibold">{device?.name ?? channel}</span>
        <span role="status" className="text-sm text-dnd">
          {missedWords}
        </span>
        <Button
          small
          look="primary"
          disabled={set === undefined}
          aria-label={t('presence.backLabel', { channel: name })}
          onClick={() => set?.(true)}
        >
          {t('presence.back')}
        </Button>
      </li>
    )
  }
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <Switch
        on={on}
        busy={busy}
        label={t('presence.toggle', { channel: name })}
        onChange={covered ? undefined : set}
      />
      <span aria-hidden="true" className={`flex items-center gap-1 ${on ? 'font-semibold' : ''}`}>
        {device !== undefined && <ChannelIcon channel="voice" size={14} />}
        <span className="max-w-40 truncate">{device?.name ?? channel}</span>
        {device?.here === true && <Chip>{t('device.here')}</Chip>}
      </span>
      <span className="text-sm text-muted">
        {/* Of one slot on several devices it is said once. */}
        {elsewhere ? (
          !on && <span aria-hidden="true">{off}</span>
        ) : (
          <>
            <span aria-hidden="true">{on || view.used > 0 ? t('presence.used', used) : off}</span>
            <span className="sr-only">{t('presence.inUse', used)}</span>
          </>
        )}
        {deaf && (
          <span className="ms-1 inline-flex items-center gap-1 text-partial">
            <TriangleAlert size={14} aria-hidden="true" />
            {t('team.noDevice')}
          </span>
        )}
        {view.presence === 'wrap-up' && (
          <span className="ms-1 text-wrapup tabular-nums">
            {t('presence.wrapUp')} {wrapUpLeft}
          </span>
        )}
      </span>
      {on && stopped !== undefined && (
        <Button small look="warning" onClick={() => onHeadset(false)}>
          <TriangleAlert size={14} aria-hidden="true" />
          <span className="sr-only">{t(`headset.obstacle.${stopped}`)}: </span>
          <span className="max-md:sr-only">
            {stopped === 'unchecked' ? t('headset.check') : t(`headset.obstacle.${stopped}`)}
          </span>
        </Button>
      )}
    </li>
  )
}
