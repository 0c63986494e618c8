import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts'
import { createLog } from './log.ts'
import { identityOf, isRunning } from './process-identity.ts'
import { serverFolder } from './server-folder.ts'

const holderFile = join(serverFolder, 'testing/hold-database.ts')

let dataDir = ''
let running: EmbeddedDatabase[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'beckon-embedded-'))
  chmodSync(dataDir, 0o711)
})
afterEach(async () => {
  await Promise.all(running.map((database) => database.stop()))
  running = []
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir, log: createLog('silent') })
  running.push(database)
  return database
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that is killed under the connection tells it so.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

const postmaster = (): number => Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)
function killPostmaster(): number {
  const pid = postmaster()
  process.kill(pid, 'SIGKILL')
  return pid
}

describe('the embedded database', () => {
  it('answers on loopback only, with a password that only its owner can read', async () => {
    const { url } = await start()
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
    const guess = new URL(url)
    guess.password = 'guess'
    await expect(query(guess.href, 'select 1')).rejects.toThrow('password authentication failed')
  })

  it('keeps what was committed through kill -9 of its server, and its address', async () => {
    const { url } = await start()
    await query(url, 'create table kept as select 42 as answer')
    process.kill(postmaster(), 'SIGKILL')
    const rows = await vi.waitFor(() => query(url, 'select answer from kept'), { timeout: 10_000, interval: 20 })
    expect(rows).toEqual([{ answer: 42 }])
  })

  it('comes back when it is killed again while it recovers', async () => {
    const { url } = await start()
    await query(url, 'create table kept as select 42 as answer')
    for (let kills = 0; kills < 3; kills++) {
      // While it recovers it may have given up by itself: then the next one is killed.
      const killed = await vi.waitFor(killPostmaster, { timeout: 10_000, interval: 1 })
      await vi.waitFor(() => expect(postmaster()).not.toBe(killed), { timeout: 10_000, interval: 1 })
    }
    const rows = await vi.waitFor(() => query(url, 'select answer from kept'), { timeout: 10_000, interval: 20 })
    expect(rows).toEqual([{ answer: 42 }])
  }, 40_000)

  it('is stopped and started anew when a killed server left it behind', async () => {
    const holder = spawn(process.execPath, ['--import', 'tsx', holderFile, dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const [line] = (await once(holder.stdout, 'data')) as [Buffer]
    await query(line.toString().trim(), 'create table kept as select 42 as answer')
    const before = identityOf(postmaster())
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(isRunning(before)).toBe(true)
    const { url } = await start()
    expect(isRunning(before)).toBe(false)
    expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  it('starts over the mark of a process that is another by now', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${process.ppid}\n`)
    const { url } = await start()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('of another version is refused with instructions', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(/made by PostgreSQL 17.*npm run backup/)
  })
})
