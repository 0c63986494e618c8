import type { WaitingView } from '@beckon/shared/model/agent-view'
import { useCallback, useState } from 'react'
import { useOffers } from '../../realtime/offer-store.ts'
import { usePresence } from '../../realtime/presence-store.ts'
import { useCommand } from '../../realtime/use-command.ts'

type Waiting = Pick<WaitingView, 'id' | 'channel'>
type Picked = Pick<WaitingView, 'channel'> & { interactionId: WaitingView['id'] }

export interface PickListener {
  /** Before the command goes out: the view may come back sooner than its reply. */
  onPicking: (contact: Picked) => void
  onPicked: (contact: Picked) => void
  /** Somebody else was first, or the customer has left. */
  onRefused: () => void
}

/** Takes one contact out of the visible queue; undefined for one that this agent cannot take now [QU11]. */
export function usePick({ onPicking, onPicked, onRefused }: PickListener) {
  const send = useCommand()
  const [picking, setPicking] = useState<WaitingView['id']>()
  const { channels, dndSince, nextReason } = usePresence()
  const ringing = useOffers((s) => s.offers.length > 0)
  const pick = useCallback(
    async ({ id, channel }: Waiting) => {
      const contact = { interactionId: id, channel }
      setPicking(id)
      onPicking(contact)
      const picked = await send('queue:pick', { interactionId: id })
      setPicking(undefined)
      if (picked === undefined) onRefused()
      else onPicked(contact)
    },
    [send, onPicking, onPicked, onRefused],
  )
  const free = channels.filter(
    ({ intent, deviceReady, used, capacity }) => intent === 'available' && deviceReady && used < capacity,
  )
  const held = ringing || dndSince !== null || nextReason !== null || picking !== undefined
  return (contact: Waiting) =>
    held || free.every(({ channel }) => channel !== contact.channel) ? undefined : () => void pick(contact)
}
