import { createHmac } from 'node:crypto'
import type { IceServer } from '@beckon/shared/protocol/call'

export interface IceConfig {
  iceServers: readonly IceServer[]
  turn: { url: string; secret: string } | null
}

/** Longer than any call we expect: a credential is asked for anew with every epoch. */
const lifeSeconds = 14_400

/**
 * Servers for one end of one call. The TURN credential is made for this call and expires, after
 * "A REST API For Access To TURN Services" (draft-uberti-behave-turn-rest-00), which coturn follows.
 */
export function iceServersFor(config: IceConfig, callId: string, now: number): IceServer[] {
  if (!config.turn) return [...config.iceServers]
  const username = `${Math.floor(now / 1_000) + lifeSeconds}:${callId}`
  const credential = createHmac('sha1', config.turn.secret).update(username).digest('base64')
  return [...config.iceServers, { urls: [config.turn.url], username, credential }]
}
