import type pg from 'pg'
import type { Population } from './population.ts'
import type { Random } from './random.ts'
import type { Sent } from './history.ts'

const most = 30

/** Sends acknowledged commands once more under their ids, long after: the first replies must come back. */
export async function repeatSome(db: pg.Pool, { actors, history }: Population, random: Random): Promise<void> {
  const { rows } = await db.query<{ id: string }>('select id from commands where id = any ($1)', [
    history.sent.map(({ id }) => id),
  ])
  const recorded = new Set(rows.map(({ id }) => id))
  // A site command that changed nothing is not recorded; it is judged anew.
  const repeatable = ({ name, id, reply }: Sent): boolean =>
    reply?.ok === true && (recorded.has(id) || name === 'message:send' || name === 'note:add')
  const some = history.sent
    .filter(repeatable)
    .sort(() => random.next() - 0.5)
    .slice(0, most)
  await Promise.all(
    some.map(async (sent) => {
      const again = await actors.find(({ person }) => person === sent.person)?.repeat(sent)
      if (again && sent.reply) history.repeats.push({ id: sent.id, name: sent.name, first: sent.reply, again })
    }),
  )
}
