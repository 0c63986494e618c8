/** What struck, and how often. */
export interface Tally {
  /** Kills at a named fault point, by `point action`. */
  kills: Map<string, number>
  /** Faults that a node outlived, by `point action`. */
  others: Map<string, number>
  /** Kills of nodes that did not come to their fault point in time. */
  unaimed: number
  postmasterKills: number
  /** Nodes that stopped because they were asked to, with everything said. */
  stopped: number
  /** Postmasters and backends that stood still for a while. */
  stalls: number
  /** Nodes that took a new identity because the others had given them up. */
  givenUp: number
  /** Lines at level error in the nodes' logs, by what they say. */
  errors: Map<string, number>
  /** Lines that no fault explains: a decision that throws, rows that the database refuses, what is no log line at all. */
  bugs: string[]
  /** Nodes that found no database when they started. */
  notStarted: number
  /** Nodes that ended by themselves while they served. */
  crashes: string[]
}

export const newTally = (): Tally => ({
  kills: new Map(),
  others: new Map(),
  unaimed: 0,
  postmasterKills: 0,
  stopped: 0,
  stalls: 0,
  givenUp: 0,
  notStarted: 0,
  errors: new Map(),
  bugs: [],
  crashes: [],
})

export const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
export const total = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((sum, one) => sum + one, 0)

const neverRight = new Set([
  'a decision failed',
  'a decision was refused by the database',
  'an entry was refused by the database',
])

export function countError(tally: Tally, line: string): void {
  const { msg, err } = parse(line)
  if (msg === undefined || neverRight.has(msg)) tally.bugs.push(line)
  else count(tally.errors, `${msg} (${err?.message ?? ''})`)
}

function parse(line: string): { msg?: string; err?: { message?: string } } {
  try {
    return JSON.parse(line) as { msg?: string; err?: { message?: string } }
  } catch {
    // Not of the log: a crash speaks for itself.
    return {}
  }
}
