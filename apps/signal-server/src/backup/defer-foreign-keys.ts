import pg from 'pg'

interface ForeignKey {
  table: string
  name: string
}

/**
 * Tables may be filled in any order until the returned function is called, which checks all references and makes them
 * immediate again. Only within one transaction, by the tables' owner.
 */
export async function deferForeignKeys(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace`,
  )
  const alterAll = async (how: string): Promise<void> => {
    for (const { table, name } of rows) {
      await client.query(`alter table ${table} alter constraint ${pg.escapeIdentifier(name)} ${how}`)
    }
  }
  await alterAll('deferrable initially deferred')
  return async () => {
    await client.query('set constraints all immediate')
    await alterAll('not deferrable')
  }
}
