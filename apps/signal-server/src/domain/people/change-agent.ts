import type { Role } from '@beckon/shared/model/agent-view'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { mediaChannelsOf } from '@beckon/shared/rules/media-channels'
import type { Draft } from '../draft.ts'
import { close, closeAtOnce, isInvitation } from '../interaction/end-exchange.ts'
import { noPreference } from '../interaction/new-interaction.ts'
import { passOn, release } from '../interaction/requeue.ts'
import { leaveDevice } from '../presence/bring-device.ts'
import { newPresence } from '../presence/new-presence.ts'
import { used } from '../routing/load.ts'
import type { AgentRow } from '../rows.ts'
import type { AgentChange, Decide } from '../site-command.ts'
import { comeBack } from '../task/park.ts'

const has = (agent: AgentRow, ...roles: Role[]): boolean =>
  agent.disabledAt === null && agent.roles.some((role) => roles.includes(role))

/** What an administrator makes of somebody; who may serve nobody any more lets go of everything at once [RS6]. */
export const changeAgent: Decide<'agent:change'> = (draft, { agentId, change, seen, strict, actor }) => {
  const before = draft.state.agents.get(agentId) ?? (seen?.disabledAt === null ? undefined : seen)
  if (!before) return refuse('not-found')
  if (strict && JSON.stringify(told(before)) !== JSON.stringify(seen && told(seen))) return refuse('stale-fence')
  const after = changed(before, change, draft.now)
  if (leavesNoAdmin(draft, before, after)) return refuse('conflict', 'the last administrator')
  if (handleIsTaken(draft, after)) return refuse('conflict', 'somebody else has that handle')
  if (JSON.stringify(before) === JSON.stringify(after)) return ok({ agent: before })
  if (!has(after, 'agent')) takeBackOffers(draft, before)
  if (!has(after, 'agent', 'supervisor')) letGo(draft, before)
  if (after.disabledAt !== null) closeTabs(draft, before)
  giveChannels(draft, after)
  // Without a tab until their pages connect again.
  const agent = before.disabledAt !== null && after.disabledAt === null ? { ...after, lostAt: null } : after
  draft.put('agents', agent)
  takeBackUnable(draft, agent)
  draft.audit.push({
    ...actor,
    id: draft.ids.uuid(),
    action: 'agent:change',
    target: `agents/${agentId}`,
    before: told(before),
    after: told(agent),
  })
  return ok({ agent })
}

function changed(before: AgentRow, { disabled, ...change }: AgentChange, now: number): AgentRow {
  const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null
  const capacity = { ...before.capacity, ...change.capacity }
  return { ...before, ...change, capacity, disabledAt }
}

/** A site that nobody can administer any more could not be helped from inside. */
const leavesNoAdmin = ({ state }: Draft, before: AgentRow, after: AgentRow): boolean =>
  has(before, 'admin') &&
  !has(after, 'admin') &&
  [...state.agents.values()].filter((agent) => has(agent, 'admin')).length === 1

function handleIsTaken({ state }: Draft, { id, handle, disabledAt }: AgentRow): boolean {
  const known = handle === null || disabledAt !== null ? undefined : state.agentNamed(handle)
  return known !== undefined && known.id !== id
}

function takeBackOffers(draft: Draft, agent: AgentRow): void {
  for (const offer of draft.state.offersTo(agent.id)) passOn(draft, offer, 'rescinded', 'agent-disabled')
}

/** What rings for somebody who could not be asked for it any more rings elsewhere; what is in hand goes on. */
function takeBackUnable(draft: Draft, agent: AgentRow): void {
  const { state } = draft
  for (const offer of state.offersTo(agent.id)) {
    const row = state.interactions.get(offer.interactionId)
    const seat = row && state.routing.seatFor(agent.id, row)
    if (seat && used(state, agent.id, offer.channel) <= seat.slots) continue
    passOn(draft, offer, 'rescinded', 'agent-changed')
  }
}

/** Customers wait again at their old place, for somebody else; what was over is closed. */
function letGo(draft: Draft, agent: AgentRow): void {
  for (const row of draft.state.ownedBy(agent.id)) {
    if (row.status === 'wrap-up') close(draft, row, null)
    else if (isInvitation(draft.state, row)) closeAtOnce(draft, row, 'agent-lost')
    else release(draft, row, null)
  }
  for (const row of draft.state.parkedBy(agent.id)) comeBack(draft, { ...row, ...noPreference })
}

/** Who was not there for anybody so far has chosen nothing yet. */
function giveChannels(draft: Draft, agent: AgentRow): void {
  for (const channel of mediaChannelsOf(agent)) {
    if (draft.state.hasChannel(agent.id, channel)) continue
    const devices = channel === 'voice' ? draft.state.tabsOf(agent.id).map(({ deviceId }) => deviceId) : []
    for (const deviceId of new Set(devices.length > 0 ? devices : [null])) {
      draft.put('presences', newPresence(draft.ids.uuid(), agent.id, channel, { deviceId, since: draft.now }))
    }
  }
}

function closeTabs(draft: Draft, agent: AgentRow): void {
  for (const tab of draft.state.tabsOf(agent.id)) {
    draft.put('tabs', { ...tab, closedAt: draft.now })
    leaveDevice(draft, tab, draft.now)
  }
}

/** As the audit keeps it: nothing but what an administrator sets. */
const told = ({ name, roles, skills, queues, languages, regions, capacity, handle, disabledAt }: AgentRow): object => ({
  name,
  roles,
  skills,
  queues,
  languages,
  regions,
  capacity,
  handle,
  disabled: disabledAt !== null,
})
