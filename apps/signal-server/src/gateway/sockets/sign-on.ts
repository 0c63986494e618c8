import type { IncomingHttpHeaders } from 'node:http'
import type { Principal } from '@beckon/shared/model/principal'
import type { endpoints, Handshake } from '@beckon/shared/protocol/events'
import type { ErrorCode } from '@beckon/shared/protocol/reply'
import type { CustomerRow } from '../../domain/rows.ts'

/** Who a socket belongs to, and the proof that is looked at again every 3 s. */
export interface SignOn {
  principal: Principal
  /** The row read at sign-on; null for staff. */
  customer: CustomerRow | null
  /** Screen name for what they write. */
  name: string
  /** Names the session or token, not the secret itself. */
  proof: string
}

/** Proof of identity for sockets; the HTTP gateway implements it with the same rules. */
export interface SocketAuth {
  signOn(
    endpoint: keyof typeof endpoints,
    handshake: Handshake,
    headers: IncomingHttpHeaders,
  ): Promise<SignOn | ErrorCode>
  /** What became of these sign-ons, in their order; `changed`: the same person with other rights. One query for all. */
  check(signOns: readonly SignOn[]): Promise<('valid' | 'changed' | 'ended')[]>
}
