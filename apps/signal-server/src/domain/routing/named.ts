import type { Profile } from './requirement.ts'

/**
 * The languages and regions that agents name. A customer's page may say any; those that nobody names are served by the
 * same agents, so that they need not be told apart and cannot make more lines than agents and settings do.
 */
export class Named {
  readonly #languages = new Set<string>()
  readonly #regions = new Set<string>()

  /** Takes note of what an agent names; true when something is new. */
  takes({ languages, regions }: Profile): boolean {
    const before = this.#languages.size + this.#regions.size
    for (const language of languages) this.#languages.add(language)
    for (const region of regions) this.#regions.add(region)
    return this.#languages.size + this.#regions.size > before
  }

  language = (of: string | null): string => one(this.#languages, of)
  region = (of: string | null): string => one(this.#regions, of)
}

const one = (named: ReadonlySet<string>, name: string | null): string =>
  name === null ? '' : named.has(name) ? name : '*'
