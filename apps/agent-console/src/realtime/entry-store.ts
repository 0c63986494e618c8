import type { Entry } from '@beckon/shared/model/entry'
import { create } from 'zustand'

interface EntryState {
  /** Gap-free entries of every followed stream, by stream id. */
  streams: Readonly<Record<string, readonly Entry[]>>
}

export const useEntries = create<EntryState>()(() => ({ streams: {} }))

const none: readonly Entry[] = []
export const entriesOf = (state: EntryState, streamId: string): readonly Entry[] => state.streams[streamId] ?? none

export const appendEntries = (streamId: string, entries: readonly Entry[]) =>
  useEntries.setState(({ streams }) => ({
    streams: { ...streams, [streamId]: [...(streams[streamId] ?? none), ...entries] },
  }))

export const dropStream = (streamId: string) =>
  useEntries.setState(({ streams }) => {
    const { [streamId]: _gone, ...rest } = streams
    return { streams: rest }
  })
