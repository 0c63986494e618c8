/** Waits before the next try against a database that does not answer: 50 ms, doubling, at most 2 s. */
export const retryDelay = (failures: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 25 * 2 ** Math.min(failures, 10))))
