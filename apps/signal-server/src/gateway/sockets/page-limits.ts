import { AllowanceWindow } from './allowance-window.ts'
import type { Limits } from './command-limits.ts'

/** How many pages one person has on this node, and how often they come. Who is refused tries again by themselves. */
export class PageLimits {
  readonly #most: number
  readonly #connects: AllowanceWindow
  readonly #open = new Map<string, number>()

  constructor({ pages, connects }: Limits) {
    this.#most = pages
    this.#connects = new AllowanceWindow(connects)
  }

  /** Whether one more may come now; counts the try. */
  admits(person: string): boolean {
    return this.#connects.spend(person) && this.#of(person) < this.#most
  }

  came(person: string): void {
    this.#open.set(person, this.#of(person) + 1)
  }

  left(person: string): void {
    const rest = this.#of(person) - 1
    if (rest > 0) this.#open.set(person, rest)
    else this.#open.delete(person)
  }

  #of(person: string): number {
    return this.#open.get(person) ?? 0
  }
}
