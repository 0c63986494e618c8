import type { Final } from '../final.ts'
import type { History } from '../history.ts'

/** No agent is shown two rings at once, or more on a channel than they have slots for. */
export function capacityKept(history: History, _final: Final): string[] {
  return history.views.flatMap(({ person, version, offers, overbooked }) => [
    ...(offers.length > 1 ? [`${person} was rung for ${offers.length} contacts at once at version ${version}`] : []),
    ...overbooked.map((channel) => `${person} had more ${channel} than slots at version ${version}`),
  ])
}
