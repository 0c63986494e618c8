import type { AgentId, DeviceId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { pagesOf } from '../routing/load.ts'
import type { PresenceRow, TabRow } from '../rows.ts'
import { choose } from './choose.ts'
import { newPresence } from './new-presence.ts'
import { nicknameAmong } from './nickname-among.ts'
import { beginOn } from './sign-in.ts'

/** Devices of one agent that are remembered; those connected stay in any case. */
const mostDevices = 8

interface Device {
  deviceId: DeviceId | null
  /** What to call it while it has no name. */
  nickname: string | null
}

/** The first page of a device is there: its voice is one of the agent's media channels [PR24, PR26]. */
export function bringDevice(draft: Draft, agentId: AgentId, { deviceId, nickname: wished }: Device): void {
  const { state } = draft
  const voices = state.presencesOn(agentId, 'voice')
  // Who is on no call ever has none.
  if (voices.length === 0) return
  const known = voices.find((voice) => voice.deviceId === deviceId)
  const alone = state.tabsOf(agentId).every((tab) => tab.deviceId === deviceId)
  // What was chosen before there was any device holds on the first one.
  const own = known ?? (alone ? voices.find((voice) => voice.deviceId === null) : undefined)
  const taken = voices.flatMap((voice) => voice.nickname ?? [])
  const nickname = own?.nickname ?? (wished === null ? null : nicknameAmong(taken, wished))
  if (own) comeBack(draft, { ...own, deviceId, nickname })
  else bringNew(draft, voices, { agentId, deviceId, nickname, alone })
}

/** Within that time a reload, or a short sleep: nobody begins to work. */
function comeBack(draft: Draft, voice: PresenceRow): void {
  const awayMs = voice.leftAt === null ? Number.POSITIVE_INFINITY : draft.now - voice.leftAt
  draft.put('presences', { ...voice, leftAt: null })
  if (awayMs >= waits.lostAgent.chat) beginOn(draft, voice.id)
}

/** Alone it goes on as the one used last; beside another it rings for nobody who has not asked for it. */
function bringNew(
  draft: Draft,
  voices: readonly PresenceRow[],
  { agentId, deviceId, nickname, alone }: Device & { agentId: AgentId; alone: boolean },
): void {
  const { state, now } = draft
  const unused = voices
    .filter((voice) => pagesOf(voice, state.tabsOf(agentId)).length === 0)
    .sort((a, b) => (a.leftAt ?? 0) - (b.leftAt ?? 0))
  const spare = Math.max(0, voices.length + 1 - mostDevices)
  for (const voice of unused.slice(0, spare)) draft.put('presences', { ...voice, removedAt: now })
  const lastAssignedAt = Math.max(...voices.map((voice) => voice.lastAssignedAt))
  const own = { deviceId, nickname, since: now, lastAssignedAt }
  const voice = newPresence(draft.ids.uuid(), agentId, 'voice', own)
  draft.put('presences', voice)
  const last = alone ? unused.at(-1) : undefined
  if (last) choose(draft, voice, last.intent, last.reason, last.missedId)
  beginOn(draft, voice.id)
}

/** A page of it is gone; with the last one the device is. */
export function leaveDevice(draft: Draft, { agentId, deviceId }: TabRow, at: number): void {
  if (agentId === null) return
  const voice = draft.state.presencesOn(agentId, 'voice').find((each) => each.deviceId === deviceId)
  if (!voice || pagesOf(voice, draft.state.tabsOf(agentId)).length > 0) return
  draft.put('presences', { ...voice, leftAt: at })
}
