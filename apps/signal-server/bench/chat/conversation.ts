import type { WireClient } from './wire-client.ts'

/** One end of one conversation. */
export interface End {
  client: WireClient
  kind: 'customer' | 'agent'
  streamId: string
}

/** What arrives at a client by itself: `entries` of streams it follows. */
export interface Arrived {
  streamId: string
  seq: number
  id: string
  author: { kind: string }
  body: { kind: string }
}

/** Told of each batch of entries and of who got it. */
export type OnEntries = (kind: End['kind'], entries: readonly Arrived[]) => void
