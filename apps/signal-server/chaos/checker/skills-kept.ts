import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { asked } from '../routing-rules.ts'

/** Nobody is offered a contact who is not as good as it asks for at that stage of its waiting. */
export function skillsKept(_history: History, final: Final): string[] {
  const contacts = new Map(final.interactions.map((row) => [row.id, row]))
  const skills = new Map(final.agents.map((agent) => [agent.id, agent.skills]))
  return final.offers.flatMap(({ id, interactionId, agentId, madeAt }) => {
    const contact = contacts.get(interactionId)
    if (contact?.subject !== 'baggage') return []
    const waitedMs = madeAt - contact.enqueuedAt
    const least = asked.find(({ untilMs }) => waitedMs < untilMs)?.level ?? 0
    const level = skills.get(agentId)?.['baggage'] ?? 0
    return level < least ? [`offer ${id} after ${waitedMs} ms went to level ${level}, ${least} was asked for`] : []
  })
}
