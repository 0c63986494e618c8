import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { StreamId } from '@beckon/shared/model/ids'
import { drawing } from './drawing.ts'
import { useLive } from './live-store.ts'
import type { CustomerConnection } from './session-store.ts'

const append = (streamId: StreamId, fresh: readonly Entry[]) =>
  useLive.setState(({ entries }) => ({
    entries: new Map(entries).set(streamId, [...(entries.get(streamId) ?? []), ...fresh]),
  }))

/** The one place that listens to the server: every change of view, status, outbox and conversation lands in the store. */
export function listenToServer(connection: CustomerConnection): () => void {
  const followed = new Map<StreamId, () => void>()

  const follow = ({ conversation }: CustomerInteraction) => {
    if (followed.has(conversation)) return
    followed.set(
      conversation,
      connection.follow(conversation, (entries) => append(conversation, entries)),
    )
  }
  let stopped = false
  const refresh = () => {
    if (stopped) return
    const view = connection.view()
    const interactions = view?.interactions ?? []
    useLive.setState(({ seen }) => ({
      status: connection.status(),
      view,
      typing: interactions.find(({ conversation }) => connection.typing(conversation))?.agentName ?? undefined,
      pending: connection.pending(),
      seen: new Map([...seen, ...interactions.map((one) => [one.id, one] as const)]),
    }))
    interactions.forEach(follow)
  }

  const unsubscribe = connection.subscribe(() => drawing.due(refresh))
  refresh()
  return () => {
    stopped = true
    unsubscribe()
    for (const unfollow of followed.values()) unfollow()
  }
}
