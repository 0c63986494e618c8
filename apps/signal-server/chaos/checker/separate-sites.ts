import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { peopleOf } from './people-of.ts'

/** Nobody's wire carried words of another site, a stream that is not theirs, or an older view after a newer one. */
export function separateSites(history: History, final: Final): string[] {
  const people = peopleOf(final)
  const problems = history.leaks.map((person) => `words of another site came to ${person}`)
  problems.push(...history.wentBack)
  for (const [person, streams] of history.heard) {
    for (const id of streams) {
      if (people.get(id)?.has(person) !== true) problems.push(`the wire of ${person} spoke of stream ${id}`)
    }
  }
  return problems
}
