import { type BenchDatabase, startBenchDatabase } from '../measure/bench-database.ts'
import { type Child, startChild } from '../measure/child.ts'
import { type Figure, fromPairs } from '../measure/figure.ts'
import { inPairs } from '../measure/in-pairs.ts'
import { type People, seedPeople } from '../chat/people.ts'
import type { IdleArguments } from './idle-load.ts'

const connections = 2_000
/** Connected before the first look, so that what a process needs once is not taken for a connection's. */
const warmUp = 200
const pairs = 3

type Server = Child<'collect', { residentKb: number }>

export async function idleFigures(): Promise<Figure[]> {
  const database = await startBenchDatabase()
  try {
    const people = await seedPeople(database.db, connections + warmUp, 4)
    const runs = await inPairs(
      pairs,
      () => ours(database, people),
      () => raw(people),
    )
    return [fromPairs('idle_connection_kb', 'KiB', runs, (kb) => kb)]
  } finally {
    await database.stop()
  }
}

async function ours(database: BenchDatabase, people: People): Promise<number> {
  const module = new URL('../chat/our-server.ts', import.meta.url)
  const { ready, child } = await startChild<{ origin: string }, 'collect', { residentKb: number }>(
    module,
    { databaseUrl: database.url, people },
    ['--expose-gc'],
  )
  return growth(child, { origin: ready.origin, target: 'ours', site: people.siteKey, customers: people.customers })
}

async function raw(people: People): Promise<number> {
  const module = new URL('../chat/raw-relay.ts', import.meta.url)
  const { ready, child } = await startChild<{ origin: string }, 'collect', { residentKb: number }>(module, {}, [
    '--expose-gc',
  ])
  return growth(child, { origin: ready.origin, target: 'raw', site: people.siteKey, customers: people.customers })
}

/** Resident memory that each further connection adds, in KiB, after garbage was collected. */
async function growth(server: Server, args: IdleArguments): Promise<number> {
  const module = new URL('./idle-load.ts', import.meta.url)
  const { child: load } = await startChild<object, { connections: number }, object>(module, args)
  await load.ask({ connections: warmUp })
  const before = await server.ask('collect')
  await load.ask({ connections })
  const after = await server.ask('collect')
  await load.stop()
  await server.stop()
  return (after.residentKb - before.residentKb) / connections
}
