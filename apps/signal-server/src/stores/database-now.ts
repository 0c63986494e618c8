import type pg from 'pg'

/** Epoch milliseconds by the database's clock, with fractions. */
export async function databaseNow(db: pg.Pool): Promise<number> {
  const { rows } = await db.query<{ now: string }>('select extract(epoch from clock_timestamp()) * 1000 as now')
  return Number(rows[0]?.now)
}
