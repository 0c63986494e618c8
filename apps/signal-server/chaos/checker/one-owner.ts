import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { groupBy } from './group-by.ts'

/**
 * One owner per fence in everything agents were shown, fences that only rise, and in every conversation one agent at a
 * time: who joins is released before the next one joins, and nobody else writes as an agent.
 */
export function oneOwner(history: History, final: Final): string[] {
  return [...shownOwners(history, final), ...risingFences(history, final), ...oneAfterAnother(final)]
}

function shownOwners(history: History, final: Final): string[] {
  const owners = new Map<string, string>()
  const problems: string[] = []
  for (const { person, owned } of history.views) {
    for (const { id, fence } of owned) {
      const key = `${id} at fence ${fence}`
      const before = owners.get(key)
      if (before !== undefined && before !== person) problems.push(`${key} belongs to ${before} and to ${person}`)
      owners.set(key, person)
    }
  }
  for (const { id, fence, ownerId } of final.interactions) {
    const shown = owners.get(`${id} at fence ${fence}`)
    if (shown !== undefined && shown !== ownerId)
      problems.push(`${id} at fence ${fence} was shown to ${shown} and is of ${ownerId}`)
  }
  return problems
}

/** By the site's version, whoever was shown it. */
function risingFences(history: History, final: Final): string[] {
  const problems: string[] = []
  const last = new Map<string, number>()
  const shown = history.views.flatMap(({ version, owned }) => owned.map((work) => ({ version, ...work })))
  for (const { id, fence, version } of shown.sort((a, b) => a.version - b.version)) {
    if (fence < (last.get(id) ?? 0)) problems.push(`${id} went back to fence ${fence} at version ${version}`)
    last.set(id, fence)
  }
  for (const { id, fence } of final.interactions) {
    if (fence < (last.get(id) ?? 0)) problems.push(`${id} ended at fence ${fence}, after ${last.get(id)} was shown`)
  }
  return problems
}

function oneAfterAnother(final: Final): string[] {
  const problems: string[] = []
  const agents = new Map(final.agents.map(({ id, name }) => [name, id]))
  const logs = groupBy(final.entries, (entry) => entry.streamId)
  for (const { id, conversationId } of final.interactions) {
    let owner: string | undefined
    for (const { body, seq, authorKind, authorId } of logs.get(conversationId) ?? []) {
      if (body.kind === 'joined') {
        if (owner !== undefined) problems.push(`${id} is joined at ${seq} while ${owner} is there`)
        owner = agents.get(body.agent)
      } else if (body.kind === 'released') owner = undefined
      else if (authorKind === 'agent' && authorId !== owner)
        problems.push(`${id} has an entry ${seq} of ${authorId}, who is not its agent`)
    }
  }
  return problems
}
