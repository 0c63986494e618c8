import { openDatabase as findDatabase } from './backup/open-database.ts'
import { readConfig } from './runtime/config.ts'
import { systemIds } from './runtime/ids.ts'
import { createLog } from './runtime/log.ts'
import { describeStartFailure } from './runtime/start-failure.ts'
import { readSiteCommand, usage } from './site/read-site-command.ts'
import { runSiteCommand } from './site/run-site-command.ts'
import { databaseNow } from './stores/database-now.ts'
import { openDatabase } from './stores/database.ts'
import { migrate } from './stores/migrate.ts'

/** `npm run site -- create|list|add-origin|add-agent|rotate-secret …`, whether a server is running or not. */
async function main(args: string[]): Promise<void> {
  const command = readSiteCommand(args)
  if (command === 'help') return console.info(usage)
  const config = readConfig(process.env)
  const found = await findDatabase(config)
  try {
    await migrate(found.url)
    const db = openDatabase(found.url, createLog(config.logLevel))
    try {
      const now = Math.floor(await databaseNow(db))
      console.info(await runSiteCommand(command, { db, config, now, ids: systemIds(() => now) }))
    } finally {
      await db.end()
    }
  } finally {
    await found.close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(describeStartFailure(error))
  process.exitCode = 1
})
