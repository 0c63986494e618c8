import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from '../runtime/config.ts'
import { StartError } from '../runtime/start-error.ts'
import { describeStartFailure } from '../runtime/start-failure.ts'
import { dumpDatabase } from './dump-database.ts'
import { openDatabase } from './open-database.ts'

/** `npm run backup -- FILE`: all rows as of one instant; a running server goes on. */
async function backup(name: string | undefined): Promise<void> {
  if (name === undefined) throw new StartError('Say where to: npm run backup -- FILE')
  const file = resolve(process.env.INIT_CWD ?? '.', name)
  if (existsSync(file)) throw new StartError(`${file} exists: it is left as it is`)
  const database = await openDatabase(readConfig(process.env))
  try {
    const { tables } = await dumpDatabase(database.url, file)
    console.log(`Backed up ${tables} tables to ${file}. Keep SECRET_KEY (or the data folder's secret-key) with it.`)
  } finally {
    await database.close()
  }
}

backup(process.argv[2]).catch((error: unknown) => {
  console.error(describeStartFailure(error))
  process.exitCode = 1
})
