import { resolve } from 'node:path'
import { readConfig } from '../runtime/config.ts'
import { StartError } from '../runtime/start-error.ts'
import { describeStartFailure } from '../runtime/start-failure.ts'
import { loadDump } from './load-dump.ts'
import { openDatabase } from './open-database.ts'

/** `npm run restore -- FILE`: into an empty database, and all of it or nothing. */
async function restore(name: string | undefined): Promise<void> {
  if (name === undefined) throw new StartError('Say where from: npm run restore -- FILE')
  const file = resolve(process.env.INIT_CWD ?? '.', name)
  const database = await openDatabase(readConfig(process.env))
  try {
    const { tables, madeAt } = await loadDump(database.url, file)
    console.log(`Restored ${tables} tables as of ${madeAt}.`)
  } finally {
    await database.close()
  }
}

restore(process.argv[2]).catch((error: unknown) => {
  console.error(describeStartFailure(error))
  process.exitCode = 1
})
