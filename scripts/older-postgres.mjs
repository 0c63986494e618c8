import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runCommand } from './run-command.mjs'

/** The oldest version our SQL is written for; the embedded one is 18. */
const OLDEST = 15
const EMBEDDED = 18
const DEBIANS = '/usr/lib/postgresql'

/** Calls `run` with the address of a PostgreSQL older than the embedded one, started for it in a folder of its own. */
export async function withOlderPostgres(run) {
  const bin = find() ?? (await installed())
  const folder = mkdtempSync(join(tmpdir(), 'beckon-older-'))
  const user = process.getuid?.() === 0 ? nobody() : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const options = { ...user, cwd: '/', env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' }
  const port = await freePort()
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', folder, '-U', 'beckon', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    options,
  )
  if (made.status !== 0) throw new Error(`initdb of ${bin} failed: ${made.stderr}`)
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${port}`, '-c', 'unix_socket_directories=']
  const server = spawn(join(bin, 'postgres'), ['-D', folder, ...settings, '-c', 'max_connections=200'], {
    ...options,
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  try {
    await ready(folder, server)
    return await run(`postgresql://beckon@127.0.0.1:${port}/postgres`)
  } finally {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

function find() {
  if (!existsSync(DEBIANS)) return undefined
  const versions = readdirSync(DEBIANS)
    .map(Number)
    .filter((version) => version >= OLDEST && version < EMBEDDED)
  const oldest = versions.sort((a, b) => a - b).find((version) => existsSync(join(DEBIANS, `${version}/bin/initdb`)))
  return oldest === undefined ? undefined : join(DEBIANS, `${oldest}/bin`)
}

async function installed() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No PostgreSQL older than the embedded one here, installing it …')
    await runCommand('apt-get', ['update', '-q'])
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'])
    const bin = find()
    if (bin !== undefined) return bin
  }
  throw new Error(
    `Install PostgreSQL ${OLDEST} to ${EMBEDDED - 1} ("apt-get install postgresql"): the store is tested on it`,
  )
}

function nobody() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** The eighth line of its mark says so. */
async function ready(folder, server) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
    const mark = join(folder, 'postmaster.pid')
    if (existsSync(mark) && readFileSync(mark, 'utf8').split('\n')[7]?.trim() === 'ready') return
    await pause(20)
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}
