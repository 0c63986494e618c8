import type { CallView } from './call-view.ts'
import type { ContactChannel } from './channel.ts'
import type { InteractionId, StreamId } from './ids.ts'

/** In minutes; never more exact than it is. */
export type EstimatedWait =
  | { kind: 'less-than' | 'about'; minutes: number }
  | { kind: 'between'; minutes: number; and: number }

/** An open interaction as its customer sees it. Ended ones are absent: the stream's `ended` entry tells. */
export interface CustomerInteraction {
  id: InteractionId
  parentId: InteractionId | null
  channel: ContactChannel
  subject: string
  reference: string
  /** `waiting` covers queued and offered: the customer is never told of a ring that may pass by. */
  status: 'waiting' | 'assigned'
  /** Those who would be served before, plus one; null once assigned. */
  position: number | null
  /** Expected handling time × contacts ahead ÷ slots that can take them; null where too little is known. */
  estimatedWait: EstimatedWait | null
  /** True: nobody of the site could take it any more; waiting helps only if that changes. */
  unserved: boolean
  /** False: nobody who is at work now could take it. */
  staffed: boolean
  /** What the site says to who waits; null: nothing of its own. */
  greeting: string | null
  /** Epoch milliseconds. */
  enqueuedAt: number
  /** The screen name; null while waiting. */
  agentName: string | null
  /** `away`: the agent's connection is lost and expected back. */
  agentPresence: 'here' | 'away' | null
  conversation: StreamId
  call: CallView | null
}

export interface CustomerView {
  version: number
  now: number
  customer: { name: string; identified: boolean }
  interactions: CustomerInteraction[]
}
