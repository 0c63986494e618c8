import type { Entry } from '@beckon/shared/model/entry'
import type { CommandName } from '@beckon/shared/protocol/commands'
import type { Reply } from '@beckon/shared/protocol/reply'

/** One command a person sent. Times are milliseconds of the harness's monotonic clock. */
export interface Sent {
  /** The page it was sent from; a reloaded page hands its unsent texts to the next one. */
  page: string
  /** Pages that follow each other by reload are one sender. */
  sender: string
  person: string
  id: string
  name: CommandName
  payload: unknown
  at: number
  reply: Reply<unknown> | undefined
  repliedAt: number | undefined
  /** The page closed with it unanswered, and nobody carries it on: its outcome will never be known. */
  left: boolean
}

/** One view as a page was shown it, reduced to what is checked. */
export interface SeenView {
  page: string
  person: string
  at: number
  version: number
  /** Of an agent: what rings, channels with more taken than there are slots, what is owned. */
  offers: string[]
  overbooked: string[]
  owned: { id: string; fence: number }[]
  /** Why they will be unavailable, and whether a customer is served or rings; tasks do not count. */
  planned: string | null
  served: boolean
}

/** What one page was given of one stream, in the order given. */
export interface Read {
  page: string
  person: string
  streamId: string
  entries: Entry[]
  /** The page was closed, so that its last entries may have been missed. */
  closed: boolean
}

/** Two replies to one command. */
export interface Repeat {
  id: string
  name: CommandName
  first: Reply<unknown>
  again: Reply<unknown>
}

/** Everything the people of one site did and were told. */
export interface History {
  sent: Sent[]
  views: SeenView[]
  reads: Read[]
  repeats: Repeat[]
  /** Streams spoken of on each person's wire. */
  heard: Map<string, Set<string>>
  /** People on whose wire words of another site came. */
  leaks: string[]
  /** Views that went back on one line. */
  wentBack: string[]
}

export const newHistory = (): History => ({
  sent: [],
  views: [],
  reads: [],
  repeats: [],
  heard: new Map(),
  leaks: [],
  wentBack: [],
})
