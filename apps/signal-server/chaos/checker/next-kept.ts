import type { DiaryLine } from '../diary.ts'
import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { groupBy } from './group-by.ts'

/**
 * Whoever has planned to be unavailable gets no new offer, and is unavailable with the commit that clears their work,
 * unless they took it back: never are both the plan and what it was for lost.
 */
export function nextKept(history: History, final: Final): string[] {
  const lines = [...groupBy(final.diary, (line) => line.agentId)]
  return [
    ...lines.flatMap(([agentId, diary]) => rung(agentId, diary)),
    ...lines.flatMap(([agentId, diary]) => lost(agentId, diary, history, final)),
    ...history.views
      .filter(({ planned, served }) => planned !== null && !served)
      .map(({ person, version, planned }) => `${person} has nothing left and still plans ${planned} at ${version}`),
  ]
}

/** Made after the commit with the plan, and before the one that ends it. */
function rung(agentId: string, diary: readonly DiaryLine[]): string[] {
  let since: number | undefined
  return diary.flatMap(({ version, offerId, planned }, n) => {
    if (offerId === null) {
      since = planned === null ? undefined : (since ?? version)
      return []
    }
    const endsHere = diary.slice(n + 1).some((line) => line.version === version && line.offerId === null)
    return since !== undefined && version > since && !endsHere
      ? [`offer ${offerId} was made to ${agentId}, who has had a plan since version ${since}`]
      : []
  })
}

function lost(agentId: string, diary: readonly DiaryLine[], { sent }: History, { commands }: Final): string[] {
  const gone = diary.filter(({ offerId, planned, unavailable }) => offerId === null && planned === null && !unavailable)
  const known = new Set(commands.map(({ id }) => id))
  const takenBack = sent.filter(
    ({ person, name, payload, id }) =>
      person === agentId && name === 'presence:next' && !(payload as { reason?: string }).reason && known.has(id),
  )
  return gone.length > takenBack.length
    ? [`${agentId} lost a plan ${gone.length} times and took it back ${takenBack.length} times`]
    : []
}
