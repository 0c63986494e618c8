import type { MediaChannelView } from '@beckon/shared/model/agent-view'
import { useCallback, useState } from 'react'
import { useCommand } from '../../realtime/use-command.ts'

/** `set` is undefined while a choice is on its way. The switch shows what the server holds, so every tab agrees. */
export function usePresenceToggle({ id: mediaChannelId }: MediaChannelView): {
  set: ((on: boolean) => void) | undefined
  busy: boolean
} {
  const send = useCommand()
  const [busy, setBusy] = useState(false)
  const set = useCallback(
    async (on: boolean) => {
      setBusy(true)
      await send('presence:set', { mediaChannelId, intent: on ? 'available' : 'unavailable' })
      setBusy(false)
    },
    [send, mediaChannelId],
  )
  return { set: busy ? undefined : (on) => void set(on), busy }
}
