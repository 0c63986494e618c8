import { startChild } from '../measure/child.ts'
import { type Figure, rounded } from '../measure/figure.ts'
import type { CrowdAnswer, CrowdArguments } from './decide-in-crowd.ts'

/** Agents × waiting; the middle one carries the plain name. */
const sizes = [
  { agents: 100, waiting: 1_000, of: '_100x1k' },
  { agents: 1_000, waiting: 100_000, of: '' },
  { agents: 10_000, waiting: 100_000, of: '_10kx100k' },
]

/**
 * Decisions under overload: somebody ends a contact, another contact arrives, who comes next is found with the reasons
 * and offered. Counted is all of it but the database: the rows put, the index kept, the match, the explanation, the
 * next deadline. The reference finds the same by scanning all rows, and must find the same.
 */
export async function routingFigures(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { agents, waiting, of } of sizes) {
    const args: CrowdArguments = { agents, waiting, decisions: 10_000, compared: 5 }
    const { ready, child } = await startChild<CrowdAnswer>(new URL('./decide-in-crowd.ts', import.meta.url), args)
    await child.stop()
    figures.push(
      {
        name: `routing_decisions_per_s${of}`,
        value: rounded(ready.perSecond),
        unit: '1/s',
        reference: rounded(ready.plainPerSecond),
        ratio: rounded(ready.perSecond / ready.plainPerSecond),
      },
      { name: `routing_decision_p99_ms${of}`, value: rounded(ready.p99Ms), unit: 'ms' },
    )
  }
  return figures
}
