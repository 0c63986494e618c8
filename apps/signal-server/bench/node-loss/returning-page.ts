import { connect } from '@beckon/shared/client/connection'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'

/** A page with the product's own client, whose line is watched. */
export interface ReturningPage {
  /** It is shown its view. */
  ready: Promise<void>
  /** Milliseconds of the monotonic clock at which it was online again, once it was not; undefined until then. */
  backAt(): number | undefined
  close(): void
}

export function openReturningPage(
  origin: string,
  kind: 'customer' | 'agent',
  { token, site }: { token: string; site: string },
): ReturningPage {
  const endpoint = kind === 'agent' ? 'console' : 'customer'
  const line = connect<AgentView | CustomerView>({ origin, endpoint, token, site })
  let lost = false
  let backAt: number | undefined
  let isReady: () => void = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  line.subscribe(() => {
    if (line.view() !== undefined) isReady()
    if (line.status() === 'reconnecting') lost = true
    if (lost && line.status() === 'online') backAt ??= performance.now()
  })
  return {
    // Takes no offers: what is measured is the way back.
    ready: ready.then(async () => {
      if (kind === 'agent') await line.send('presence:set', { channel: 'chat', intent: 'unavailable' })
    }),
    backAt: () => backAt,
    close: line.close,
  }
}
