import type { Logger } from 'pino'

/** How often the offset to the database's clock is measured. */
const MEASURE_EVERY_MS = 30_000

export interface DatabaseTime {
  /** Epoch milliseconds by the database's clock, monotonic between two measurements. */
  now(): number
  close(): void
}

/**
 * `askDatabase` runs `select clock_timestamp()` and returns epoch milliseconds. The answer is taken to belong to the
 * middle of the round trip. Started once it has answered for the first time.
 */
export async function startDatabaseTime(askDatabase: () => Promise<number>, log: Logger): Promise<DatabaseTime> {
  let offset = await measure(askDatabase)
  const timer = setInterval(() => {
    measure(askDatabase).then(
      (measured) => {
        offset = measured
      },
      // The last offset stays: the process's own monotonic clock drifts by milliseconds only.
      (error: unknown) => log.warn({ err: error }, 'database time could not be measured'),
    )
  }, MEASURE_EVERY_MS)
  timer.unref()
  return { now: () => performance.now() + offset, close: () => clearInterval(timer) }
}

async function measure(askDatabase: () => Promise<number>): Promise<number> {
  const sent = performance.now()
  const answer = await askDatabase()
  return answer - (sent + performance.now()) / 2
}
