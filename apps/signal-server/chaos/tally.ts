/** What struck, and how often. */
export interface Tally {
  /** Kills at a named fault point, by `point action`. */
  kills: Map<string, number>
  /** Faults that a node outlived, by `point action`. */
  others: Map<string, number>
  /** Kills of nodes that did not come to their fault point in time. */
  unaimed: number
  postmasterKills: number
  /** Nodes that took a new identity because the others had given them up. */
  givenUp: number
  /** Lines at level error in the nodes' logs. */
  errors: string[]
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
  givenUp: 0,
  notStarted: 0,
  errors: [],
  crashes: [],
})

export const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
export const total = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((sum, one) => sum + one, 0)
