import type { DeviceKind } from '@beckon/shared/model/context'
import type { AgentId, CustomerId, DeviceId, InteractionId, NodeId, TabId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { CommandName, Commands, Payload, Value } from '@beckon/shared/protocol/commands'
import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import type { SettingsFinding } from '@beckon/shared/model/settings-finding'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { NewTask } from '@beckon/shared/protocol/task'
import type { RoutingChange } from '@beckon/shared/protocol/rest/routing'
import type { Draft } from './draft.ts'
import type { AuditRow } from './record-rows.ts'
import type { AgentRow, Task } from './rows.ts'

/** The wire's commands that change routing state. */
export type WireSiteCommand = {
  [N in CommandName]: Commands[N]['kind'] extends infer K ? ('site' extends K ? N : never) : never
}[CommandName]

/** Commands that no client may send: what the server itself notices. */
export interface InnerPayloads {
  /** A page of a person connected to a node, for the first time or again. */
  'tab:open': {
    tabId: TabId
    nodeId: NodeId
    soundReady?: boolean
    screenUp?: boolean
    device?: DeviceKind
    deviceId?: DeviceId | undefined
    nickname?: string | undefined
  }
  'tab:close': { tabId: TabId; nodeId: NodeId }
  /** A node fell silent: every tab it held is gone. */
  'node:lost': { nodeId: NodeId; since: number }
  /** The customer of a chat that had fallen silent wrote something. */
  'chat:resume': { interactionId: InteractionId }
  /** A deadline has passed. */
  'clock:tick': Record<string, never>
  /** The site's signature vouches for a visitor; `knownAs` is the customer who already has that external id. */
  'customer:identify': {
    externalId: string
    name: string
    segment: string | null
    signedContext: Record<string, string>
    knownAs: CustomerId | null
  }
  /**
   * An administrator changes, disables or enables somebody. `seen` is their row as it was read: who is disabled is in
   * no memory. `strict`: refused as `stale-fence` when they are not as seen any more.
   */
  'agent:change': { agentId: AgentId; change: AgentChange; seen?: AgentRow; strict?: boolean; actor: Actor }
  /** A program leaves a task. */
  'task:import': { task: NewTask; customer: Task['customer']; by: string }
  /** An administrator decides how the site routes. `seen`: refused as `stale-fence` when that is not how it is now. */
  'routing:change': { change: RoutingChange; seen: RoutingSettings | null; actor: Actor }
}

export type Actor = Pick<AuditRow, 'actorKind' | 'actorId' | 'actorName'>
export interface AgentChange
  extends Partial<
    Pick<AgentRow, 'name' | 'roles' | 'skills' | 'queues' | 'languages' | 'regions' | 'capacity' | 'handle'>
  > {
  disabled?: boolean
}

export interface InnerValues {
  'tab:open': null
  'tab:close': null
  'node:lost': null
  'chat:resume': null
  'clock:tick': null
  'customer:identify': { customerId: CustomerId }
  'agent:change': { agent: AgentRow }
  'task:import': { interactionId: InteractionId }
  'routing:change': { routing: RoutingSettings; warnings: SettingsFinding[] }
}
export type InnerCommand = keyof InnerPayloads

export type SiteCommandName = WireSiteCommand | InnerCommand
export type PayloadOf<N extends SiteCommandName> = N extends WireSiteCommand
  ? Payload<N>
  : N extends InnerCommand
    ? InnerPayloads[N]
    : never
export type ValueOf<N extends SiteCommandName> = N extends WireSiteCommand
  ? Value<N>
  : N extends InnerCommand
    ? InnerValues[N]
    : never

export interface SiteCommand<N extends SiteCommandName = SiteCommandName> {
  name: N
  /** Who asks; null: the server itself. */
  by: Principal | null
  /** The page it came from, where there is one. */
  tabId: TabId | null
  payload: PayloadOf<N>
}

/** Judges first, writes into the draft only once nothing can refuse any more. */
export type Decide<N extends SiteCommandName> = (
  draft: Draft,
  payload: PayloadOf<N>,
  by: SiteCommand<N>,
) => Reply<ValueOf<N>>
