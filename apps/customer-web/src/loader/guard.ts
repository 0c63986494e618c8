/** For developers; the customer sees a calm word instead. */
export const report = (what: unknown): void => console.error('Beckon:', what)

/** Nothing of ours may reach the host page as an exception. */
export const guard =
  <A extends unknown[], R>(run: (...args: A) => R) =>
  (...args: A): R | undefined => {
    try {
      return run(...args)
    } catch (error) {
      report(error)
    }
  }
