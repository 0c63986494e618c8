import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createServer } from './create-server.ts'
import { demoAccounts } from './demo/demo-people.ts'
import { type Config, readConfig } from './runtime/config.ts'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './runtime/embedded-database.ts'
import { type InstanceLock, lockInstance } from './runtime/instance-lock.ts'
import { createLog } from './runtime/log.ts'
import { describeStartFailure } from './runtime/start-failure.ts'
import { welcome } from './runtime/welcome.ts'
import { migrate } from './stores/migrate.ts'

/** After SIGTERM: the sockets are told and commands in flight finish; then the database; all within 5 s. */
const DRAIN_MS = 2_500
const EXIT_MS = 4_800

/** What has been started, so that it can be ended in the opposite order, however far the start came. */
const ended: (() => Promise<void>)[] = []
let log: Logger | null = null
let exiting = false

async function start(): Promise<void> {
  const config = readConfig(process.env)
  log = createLog(config.logLevel)
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config, log))
  await migrate(databaseUrl)
  const server = await createServer({ config, databaseUrl, log })
  ended.push(() => Promise.race([server.close(), pause(DRAIN_MS)]))
  if (!exiting) console.log(welcome(config, server.url, config.demo ? demoAccounts() : []))
}

async function ownDatabase(config: Config, log: Logger): Promise<string> {
  const lock: InstanceLock = lockInstance(config.dataDir, config.port)
  ended.push(async () => lock.release())
  const onLost = (): void => void exit(1)
  const database: EmbeddedDatabase = await startEmbeddedDatabase({ dataDir: config.dataDir, log, onLost })
  ended.push(() => database.stop())
  return database.url
}

async function exit(code: number): Promise<void> {
  if (exiting) return
  exiting = true
  setTimeout(() => process.exit(code === 0 ? 1 : code), EXIT_MS).unref()
  // A start in the middle is let through, so that what it has begun can be ended.
  await Promise.race([starting.catch(() => undefined), pause(DRAIN_MS)])
  for (let end = ended.pop(); end !== undefined; end = ended.pop()) {
    await end().catch((error: unknown) => {
      code = 1
      log?.error({ err: error }, 'not ended cleanly')
    })
  }
  process.exit(code)
}

process.on('SIGTERM', () => void exit(0))
process.on('SIGINT', () => void exit(0))
process.on('uncaughtException', (error) => {
  log?.fatal({ err: error }, 'uncaught')
  void exit(1)
})
process.on('unhandledRejection', (error) => {
  log?.fatal({ err: error }, 'unhandled')
  void exit(1)
})

const starting = start()
starting.catch((error: unknown) => {
  if (!exiting) console.error(`\n${describeStartFailure(error)}\n`)
  // What had begun loses its database now: no news.
  if (log !== null) log.level = 'silent'
  void exit(1)
})
