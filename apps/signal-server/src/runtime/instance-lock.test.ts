import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockInstance } from './instance-lock.ts'
import { identityOf } from './process-identity.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'beckon-lock-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const lockFile = (): string => join(dataDir, 'server.lock')

it('a second server on the same folder is told who owns it', () => {
  lockInstance(dataDir, 3000)
  expect(() => lockInstance(dataDir, 3001)).toThrow(`process ${process.pid}, port 3000`)
})

it('the next server gets the folder once it is released', () => {
  lockInstance(dataDir, 3000).release()
  expect(existsSync(lockFile())).toBe(false)
  lockInstance(dataDir, 3001).release()
})

it('a lock whose process is gone is taken over', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  writeFileSync(lockFile(), `${JSON.stringify({ pid: gone, startedAt: 'boot/1', port: 3000 })}\n`)
  expect(() => lockInstance(dataDir, 3001)).not.toThrow()
})

it.skipIf(process.platform !== 'linux')('a lock whose process number has been given to another is taken over', () => {
  writeFileSync(lockFile(), `${JSON.stringify({ pid: process.pid, startedAt: 'boot/1', port: 3000 })}\n`)
  expect(() => lockInstance(dataDir, 3001)).not.toThrow()
})

it('a lock torn by a crash is taken over', () => {
  writeFileSync(lockFile(), '{"pid":')
  expect(() => lockInstance(dataDir, 3001)).not.toThrow()
})

it('releasing leaves the lock of the next owner alone', () => {
  const { release } = lockInstance(dataDir, 3000)
  const next = `${JSON.stringify({ ...identityOf(process.ppid), port: 3001 })}\n`
  writeFileSync(lockFile(), next)
  release()
  expect(existsSync(lockFile())).toBe(true)
})
