import { createHmac } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CallView, IceServer } from '@beckon/shared/model/call-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'

export interface IceConfig {
  iceServers: readonly IceServer[]
  turn: { url: string; secret: string } | null
}

/** Longer than any call we expect: every view that asks for a new peer brings a fresh credential. */
const lifeSeconds = 14_400

/**
 * Servers for one end of one call. The TURN credential is made for this call and expires, after
 * "A REST API For Access To TURN Services" (draft-uberti-behave-turn-rest-00), which coturn follows.
 */
function iceServersFor(config: IceConfig, callId: string, now: number): IceServer[] {
  if (!config.turn) return [...config.iceServers]
  const username = `${Math.floor(now / 1_000) + lifeSeconds}:${callId}`
  const credential = createHmac('sha1', config.turn.secret).update(username).digest('base64')
  return [...config.iceServers, { urls: [config.turn.url], username, credential }]
}

/** A view as it leaves for a page: whoever sees a call gets what its peer needs, and asks for nothing [VO8]. */
export function withCallServers(view: AgentView | CustomerView, config: IceConfig): AgentView | CustomerView {
  const equip = <T extends { call: CallView | null }>(item: T): T => {
    if (item.call === null) return item
    const servers = { iceServers: iceServersFor(config, item.call.id, view.now), relayOnly: false }
    return { ...item, call: { ...item.call, servers } }
  }
  if ('work' in view) return { ...view, work: view.work.map(equip) }
  return { ...view, interactions: view.interactions.map(equip) }
}
