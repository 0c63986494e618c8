import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from '../src/runtime/embedded-database.ts'
import { createLog } from '../src/runtime/log.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a PostgreSQL whose role may create databases. */
    postgresUrl: string
    /** Name of this run's migrated database, made by whoever needs it first. */
    postgresTemplate: string
  }
}

/** One PostgreSQL a test run: the server at `TEST_DATABASE_URL`, or the embedded one in a folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('postgresTemplate', `template_${randomBytes(8).toString('hex')}`)
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given)
    return () => Promise.resolve()
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'beckon-test-'))
  await chmod(dataDir, 0o711)
  const database = await startEmbeddedDatabase({ dataDir, log: createLog('warn') })
  project.provide('postgresUrl', database.url)
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
