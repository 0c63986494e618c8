import pg from 'pg'
import type { Logger } from 'pino'

/** Instants and counters are bigint columns: exact as numbers up to 2^53, so they arrive as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** The one connection pool of a server. A statement that takes 10 s, or a connection 5 s, is given up. */
export function openDatabase(url: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 5_000,
    // A new contact asks several things at once: connections made anew for it would be most of its wait.
    idleTimeoutMillis: 600_000,
    statement_timeout: 10_000,
    application_name: 'beckon',
  })
  // An idle connection that breaks is replaced with the next query.
  pool.on('error', (error) => log.warn({ code: 'code' in error ? error.code : undefined }, 'database connection lost'))
  return pool
}

/** PostgreSQL refused the rows themselves (class 23, or a lost race, class 40); nothing was written. */
export const isRefusal = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && (error.code?.startsWith('23') === true || error.code?.startsWith('40') === true)
