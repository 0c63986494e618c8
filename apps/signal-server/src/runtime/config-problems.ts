/** What is wrong with the environment, told at once and not one by one. */
export class ConfigProblems {
  readonly #found: string[] = []

  add(problem: string): void {
    this.#found.push(problem)
  }

  throwIfAny(): void {
    if (this.#found.length > 0) throw new ConfigError(this.#found)
  }
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}
