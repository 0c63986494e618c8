import { vi } from 'vitest'
import type { CallView } from '../../model/call-view.ts'
import type { Entry } from '../../model/entry.ts'
import type { CallId, StreamId, TabId } from '../../model/ids.ts'
import type { CommandName } from '../../protocol/commands.ts'
import { ok, type Reply } from '../../protocol/reply.ts'
import type { CallConnection } from '../call-peer.ts'
import { newId } from '../new-id.ts'
import type { CreatePeer, PeerOptions } from '../peer-call.ts'

export const callId = newId<CallId>()
export const streamId = newId<StreamId>()
export const tabs = { mine: newId<TabId>(), theirs: newId<TabId>(), myOther: newId<TabId>() }

/** A call in which this page serves the customer. */
export const callView = (part: Partial<CallView> = {}): CallView => ({
  id: callId,
  epoch: 1,
  state: 'joining',
  streamId,
  agentTabId: tabs.theirs,
  customerTabId: null,
  connectedAt: null,
  servers: { iceServers: [{ urls: ['turn:a'] }], relayOnly: true },
  ...part,
})
export const paired = (epoch = 1, part: Partial<CallView> = {}): CallView =>
  callView({ state: 'connecting', customerTabId: tabs.mine, epoch, ...part })

export interface FakePeer {
  options: PeerOptions
  /** What the other side's signals told it. */
  heard: string[]
  closed: boolean
  /** The streams that took the first one's place. */
  spoke: MediaStream[]
}

export function fakePeers() {
  const peers: FakePeer[] = []
  const createPeer: CreatePeer = (options) => {
    const peer: FakePeer = { options, heard: [], closed: false, spoke: [] }
    peers.push(peer)
    return {
      signal: (data) => void peer.heard.push(data),
      replaceSound: (_before, next) => void peer.spoke.push(next),
      sample: () => Promise.resolve({ received: 1, lost: 0, jitterMs: 0, rttMs: 0 }),
      close() {
        peer.closed = true
      },
    }
  }
  return { peers, createPeer }
}

export interface FakeTrack {
  enabled: boolean
  stopped: boolean
  stop(): void
}

export function fakeMicrophone() {
  const track: FakeTrack = {
    enabled: true,
    stopped: false,
    stop() {
      track.stopped = true
    },
  }
  const stream = { getTracks: () => [track], getAudioTracks: () => [track] }
  return { track, stream: stream as unknown as MediaStream }
}

interface Sent {
  name: CommandName
  payload: Record<string, unknown>
}

/** A connection whose server answers as told, at once unless `hold` names the command. */
export function fakeConnection() {
  const sent: Sent[] = []
  const replies = new Map<CommandName, Reply<unknown>>([['call:join', ok({ epoch: 1 })]])
  const held: { name: CommandName; answer(): void }[] = []
  const hold = new Set<CommandName>()
  const log: Entry[] = []
  let tell: (entries: readonly Entry[]) => void = () => undefined
  const unfollow = vi.fn()
  const status = vi.fn(() => 'online' as 'online' | 'reconnecting')

  const connection = {
    tabId: tabs.mine,
    status,
    send(name: CommandName, payload: unknown) {
      sent.push({ name, payload: payload as Record<string, unknown> })
      const reply = () => replies.get(name) ?? ok(null)
      if (!hold.has(name)) return Promise.resolve(reply())
      return new Promise((resolve) => held.push({ name, answer: () => resolve(reply()) }))
    },
    follow(_stream: StreamId, onEntries: (entries: readonly Entry[]) => void) {
      tell = onEntries
      if (log.length > 0) onEntries([...log])
      return unfollow
    },
  } as unknown as CallConnection

  return {
    connection,
    status,
    unfollow,
    replies,
    hold,
    sent,
    names: () => sent.map(({ name }) => name),
    payloads: (name: CommandName) => sent.filter((one) => one.name === name).map(({ payload }) => payload),
    answerHeld: () => held.splice(0).forEach(({ answer }) => answer()),
    /** A signal written to the call's stream, in a list of its own. */
    signal(data: string, epoch = 1, kind: 'customer' | 'agent' = 'agent') {
      const seq = log.length + 1
      const body = { kind: 'signal' as const, epoch, data: JSON.stringify([data]) }
      const entry: Entry = { streamId, seq, id: data, order: seq, at: seq, author: { kind, name: '' }, body }
      log.push(entry)
      tell([entry])
    },
  }
}

/** Lets everything that is ready to go on, go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
