import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../components/actions/use-acts.ts'
import { isHere, usePresence } from '../../realtime/presence-store.ts'
import { useCommand } from '../../realtime/use-command.ts'
import { useVoiceObstacle } from '../../realtime/voice-obstacle.ts'
import { useWork } from '../../realtime/work-store.ts'

type Reasons = MeResponse['presenceReasons']

/** What an agent can choose for all channels at once; the palette offers the same. */
export function usePresenceChoices(reasons: Reasons, onHeadset: (goReady: boolean) => void, onDevices: () => void) {
  const { t } = useTranslation()
  const send = useCommand()
  const { channels, devices, dndSince, nextReason } = usePresence()
  const busy = useWork((s) => s.work.length > 0)
  const stopped = useVoiceObstacle() !== undefined
  const dnd = dndSince !== null

  const setDnd = (on: boolean) => void send('dnd:set', { on })
  const planNext = (reason?: string) => void send('presence:next', reason === undefined ? {} : { reason })
  const leave = (reason: string) => void send('presence:set', { intent: 'unavailable', reason })
  /** Whatever was in the way ends; voice waits for its headset check [PR13]. */
  const goReady = () => {
    if (dnd) setDnd(false)
    if (nextReason !== null) planNext()
    for (const view of channels) {
      const { id: mediaChannelId, channel, deviceReady } = view
      if (channel === 'voice' && isHere(view) && stopped) onHeadset(true)
      else if (channel !== 'voice' || isHere(view) || deviceReady)
        void send('presence:set', { mediaChannelId, intent: 'available' })
    }
  }
  useActs([
    { id: 'presence ready', group: 'presence', label: t('presence.allReady'), run: goReady },
    {
      id: 'presence dnd',
      group: 'presence',
      label: dnd ? t('presence.dndOff') : t('presence.dnd'),
      run: () => setDnd(!dnd),
    },
    ...(devices.length > 0
      ? [{ id: 'presence devices', group: 'presence' as const, label: t('device.title'), run: onDevices }]
      : []),
    ...reasons.map(({ key, name }) => ({
      id: `presence ${key}`,
      group: 'presence' as const,
      label: t('presence.away', { reason: name }),
      run: () => leave(key),
    })),
    ...(busy ? reasons : []).map(({ key, name }) => ({
      id: `presence next ${key}`,
      group: 'presence' as const,
      label: t('presence.next', { reason: name }),
      run: () => planNext(key),
    })),
  ])
  return { busy, devices, dnd, nextReason, setDnd, planNext, leave, goReady }
}
