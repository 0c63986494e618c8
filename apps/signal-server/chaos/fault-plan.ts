import { faultPoints } from '../src/commit/fault-points.ts'
import type { Fault, FaultAction } from './faults.ts'
import type { Random } from './random.ts'
import type { Life } from './two-nodes.ts'

/** What one life of a node brings: now and then something it outlives, then a kill; every point gets its turn. */
export interface PlanOptions {
  /** Chance of a life without wake-ups. */
  deafness: number
  /** How many hits of its point a fault waits for at most. */
  farthest: number
  /** What a node outlives now and then, or does in good order, before it is killed. */
  before: readonly FaultAction[]
}

export function createFaultPlan(random: Random, { deafness, farthest, before }: PlanOptions): { next(): Life } {
  let turns: (typeof faultPoints)[number][] = []
  const turn = (deaf: boolean): (typeof faultPoints)[number] => {
    if (turns.length === 0) turns = [...faultPoints].sort(() => random.next() - 0.5)
    // A deaf node never hears of another's commit.
    const at = turns.findIndex((point) => !deaf || point !== 'after-wake-up')
    return turns.splice(Math.max(at, 0), 1)[0] ?? 'before-append'
  }

  function outlived(): Fault[] {
    if (!random.chance(0.4)) return []
    const action = random.pick(before) ?? 'delay'
    const commits = ['after-site-commit', 'after-append'] as const
    const point = random.pick(action === 'lose' ? commits : faultPoints.filter((one) => one !== 'after-wake-up'))
    return [{ point: point ?? 'after-append', nth: random.between(1, farthest), action }]
  }

  return {
    next() {
      const deaf = random.chance(deafness)
      const point = turn(deaf)
      const soon = point.startsWith('before-') && random.chance(0.4)
      const kill: Fault = { point, nth: random.between(1, farthest), action: soon ? 'kill-soon' : 'kill' }
      return { faults: [...outlived(), kill], deaf, longestMs: 2_000 + farthest * 150 }
    },
  }
}
