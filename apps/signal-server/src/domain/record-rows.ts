import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import type { PresenceIntent } from '@beckon/shared/model/presence'

/** Who changed what; written with the change. Never holds a secret. */
export interface AuditRow {
  id: string
  actorKind: 'staff' | 'api-key' | 'operator'
  /** Null for the operator: whoever has the server itself in hand. */
  actorId: string | null
  actorName: string
  action: string
  /** As the API names it: `subjects/baggage`. */
  target: string
  /** Null: it was not there. */
  before: object | null
  after: object | null
}

/** One step of an agent's timeline; written with the change and never again. */
export interface PresenceChangeRow {
  id: string
  agentId: AgentId
  /** Null: the whole agent. */
  channel: MediaKind | null
  /** As the device was called then. */
  nickname: string | null
  was: TimelineState
  became: TimelineState
  reason: string | null
}

/** A channel's intent, or what becomes of the whole agent. */
export type TimelineState = PresenceIntent | 'online' | 'offline' | 'dnd'
