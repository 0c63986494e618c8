import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from '../src/runtime/embedded-database.ts'
import { createLog } from '../src/runtime/log.ts'
import { stopLeftover } from '../src/runtime/postgres-leftover.ts'
import { identityOf, isRunning, type ProcessIdentity } from '../src/runtime/process-identity.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a PostgreSQL whose role may create databases. */
    postgresUrl: string
    /** Name of this run's migrated database, made by whoever needs it first. */
    postgresTemplate: string
  }
}

const PREFIX = 'beckon-test-'

/** One PostgreSQL a test run: the server at `TEST_DATABASE_URL`, or the embedded one in a folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('postgresTemplate', `template_${randomBytes(8).toString('hex')}`)
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given)
    return () => Promise.resolve()
  }
  await endKilledRuns()
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX))
  writeFileSync(join(dataDir, 'run'), JSON.stringify(identityOf(process.pid)))
  await chmod(dataDir, 0o711)
  const database = await startEmbeddedDatabase({ dataDir, log: createLog('warn') })
  project.provide('postgresUrl', database.url)
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A run that was killed could not stop its PostgreSQL: the next one does. */
async function endKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name)
    const mark = join(folder, 'run')
    if (!name.startsWith(PREFIX) || !existsSync(mark) || statSync(mark).uid !== process.getuid?.()) continue
    if (isRunning(JSON.parse(readFileSync(mark, 'utf8')) as ProcessIdentity)) continue
    await stopLeftover(join(folder, 'postgres'))
    await rm(folder, { recursive: true, force: true })
  }
}
