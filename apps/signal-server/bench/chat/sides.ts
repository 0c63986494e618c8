import type { BenchDatabase } from '../measure/bench-database.ts'
import { type Child, startChild } from '../measure/child.ts'
import { cpuSeconds } from '../measure/process-usage.ts'
import type { LoadAnswer, LoadArguments, LoadQuestion } from './load.ts'
import type { People } from './people.ts'

/** A server with everybody connected to it. */
export interface Side {
  run(question: LoadQuestion): Promise<Run>
  stop(): Promise<void>
}

export interface Run extends LoadAnswer {
  /** Of the server and, with ours, of every process of PostgreSQL; the load's own is left out. */
  cpuUsPerMessage: number
}

export interface Runs {
  ours: Run
  raw: Run
}

const ourServer = new URL('./our-server.ts', import.meta.url)
const rawRelay = new URL('./raw-relay.ts', import.meta.url)
const loadModule = new URL('./load.ts', import.meta.url)

export async function startOurs(database: BenchDatabase, people: People, chatsEach: number): Promise<Side> {
  const { ready, child } = await startChild<{ origin: string }>(ourServer, { databaseUrl: database.url, people })
  return withLoad(child, [database.postmasterPid], { origin: ready.origin, people, chatsEach, target: 'ours' })
}

export async function startRaw(people: People, chatsEach: number): Promise<Side> {
  const { ready, child } = await startChild<{ origin: string }>(rawRelay, {})
  return withLoad(child, [], { origin: ready.origin, people, chatsEach, target: 'raw' })
}

async function withLoad(server: Child<never, never>, others: readonly number[], args: LoadArguments): Promise<Side> {
  const { child: load } = await startChild<object, LoadQuestion, LoadAnswer>(loadModule, args)
  const pids = [server.pid, ...others]
  return {
    async run(question) {
      const before = cpuSeconds(pids)
      const answer = await load.ask(question)
      return { ...answer, cpuUsPerMessage: ((cpuSeconds(pids) - before) * 1e6) / answer.messages }
    },
    async stop() {
      await load.stop()
      await server.stop()
    },
  }
}
