/** Points in a number of seconds. */
export interface Allowance {
  points: number
  seconds: number
}

/** Counts what each key spends; all counts start anew together, so that nothing has to be forgotten one by one. */
export class AllowanceWindow {
  readonly #allowance: Allowance
  #spent = new Map<string, number>()
  /** Monotonic milliseconds. */
  #endsAt = 0

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  /** Counts one more; false when the key has spent all its points of this window. */
  spend(key: string): boolean {
    const now = performance.now()
    if (now >= this.#endsAt) {
      this.#spent = new Map()
      this.#endsAt = now + this.#allowance.seconds * 1_000
    }
    const spent = (this.#spent.get(key) ?? 0) + 1
    this.#spent.set(key, spent)
    return spent <= this.#allowance.points
  }
}
