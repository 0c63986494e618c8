import type { Final } from '../final.ts'
import { groupBy } from './group-by.ts'

/** For each stream of a site: its customer (desk excepted) and everybody who ever joined as its agent. */
export function peopleOf(final: Final): Map<string, Set<string>> {
  const logs = groupBy(final.entries, (entry) => entry.streamId)
  const agents = new Map(final.agents.map(({ id, name }) => [name, id]))
  const streams = groupBy(final.streams, (stream) => stream.interactionId)
  const people = new Map<string, Set<string>>()
  for (const interaction of final.interactions) {
    const joined = (logs.get(interaction.conversationId) ?? []).flatMap(({ body }) =>
      body.kind === 'joined' ? [agents.get(body.agent) ?? ''] : [],
    )
    for (const { id, kind } of streams.get(interaction.id) ?? []) {
      people.set(id, new Set(kind === 'desk' ? joined : [...joined, interaction.customerId]))
    }
  }
  return people
}
