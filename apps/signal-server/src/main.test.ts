import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freePort } from './runtime/free-port.ts'
import { serverFolder } from './runtime/server-folder.ts'

const main = join(serverFolder, 'src/main.ts')
/** Beyond the 5 s that are promised, for a machine that is busy with other tests. */
const patience = { timeout: 20_000, interval: 50 }

interface Started {
  child: ChildProcess
  said(): string
  ended: Promise<number | null>
}

let folder = ''
let port = 0
let started: Started[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beckon with space-'))
  // Else root's database user could not enter, and the database would be elsewhere.
  chmodSync(folder, 0o711)
  port = await freePort()
})
afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM')
    await ended
  }
  started = []
  rmSync(folder, { recursive: true, force: true })
})

/** As a leader of a process group of its own, as a terminal would have it. */
function start(env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: serverFolder,
    detached: true,
    env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const one = { child, said: () => said, ended }
  started.push(one)
  return one
}

const isReady = (host: string): Promise<void> =>
  vi.waitFor(async () => expect((await fetch(`http://${host}:${port}/readyz`)).status).toBe(200), patience)

describe('the server, started in a path with a space', () => {
  it('answers on both names and prints addresses and demo sign-ins', async () => {
    const server = start()
    await isReady('127.0.0.1')
    await isReady('localhost')
    await vi.waitFor(() => expect(server.said()).toContain(`http://localhost:${port}/console`), patience)
    expect(server.said()).toContain('ana@bluesky.example')
  })

  it('goes on after kill -9, with the PostgreSQL that was left behind', async () => {
    const killed = start({ DEMO: '0' })
    await isReady('127.0.0.1')
    killed.child.kill('SIGKILL')
    await killed.ended
    const next = start({ DEMO: '0' })
    await isReady('127.0.0.1')
    expect(next.said()).not.toContain('Another server')
  })

  it('[DL16] drains on Ctrl-C, and its database is the last to go', async () => {
    const server = start({ DEMO: '0' })
    await isReady('127.0.0.1')
    const marks = [join(folder, 'data/server.lock'), join(folder, 'data/postgres/postmaster.pid')]
    expect(marks.filter(existsSync)).toEqual(marks)
    process.kill(-(server.child.pid ?? 0), 'SIGINT')
    expect(await server.ended).toBe(0)
    expect(marks.filter(existsSync)).toEqual([])
  })
})

describe('a server that cannot start', () => {
  it('names the owner of its folder', async () => {
    const owner = start({ DEMO: '0' })
    await isReady('127.0.0.1')
    const second = start({ DEMO: '0', PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`process ${owner.child.pid}, port ${port}`)
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  })

  it('says that the port is taken, and leaves no database behind', async () => {
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const server = start({ DEMO: '0', LOG_LEVEL: 'error' })
    expect(await server.ended).toBe(1)
    expect(server.said().trim()).toBe(
      `Port ${port} is taken. Stop what uses it, or set PORT to another: PORT=3001 npm start`,
    )
    expect(existsSync(join(folder, 'data/postgres/postmaster.pid'))).toBe(false)
    other.close()
  })

  it('lists all that is wrong with the environment, without a stack', async () => {
    const server = start({ NODE_ENV: 'production', PORT: 'x' })
    expect(await server.ended).toBe(1)
    expect(server.said()).toMatch(/PORT.*PUBLIC_URL.*SECRET_KEY/s)
    expect(server.said()).not.toMatch(/^\s+at /m)
  })
})
