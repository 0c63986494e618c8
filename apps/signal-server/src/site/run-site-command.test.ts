import type pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { verifyPassword } from '../gateway/auth/password.ts'
import { systemIds } from '../runtime/ids.ts'
import { createLog } from '../runtime/log.ts'
import { openDatabase } from '../stores/database.ts'
import { readSiteSettings } from '../stores/read-site-settings.ts'
import { readSiteCommand } from './read-site-command.ts'
import { runSiteCommand } from './run-site-command.ts'

const now = 1_800_000_000_000
const ids = systemIds(() => now)
const config = { publicUrl: 'https://contact.example', widgetUrl: 'https://widget.example', demo: true }
let database: TestDatabase
let db: pg.Pool
beforeEach(async () => {
  database = await testDatabase()
  db = openDatabase(database.url, createLog('silent'))
})
afterEach(async () => {
  await db.end()
  await database.drop()
})

async function run(...args: string[]): Promise<string> {
  const command = readSiteCommand(args)
  return command === 'help' ? 'help' : runSiteCommand(command, { db, config, now, ids })
}
const create = (key = 'acme') =>
  run(
    'create',
    '--key',
    key,
    '--name',
    'Acme',
    '--origin',
    'https://www.acme.example',
    '--admin-email',
    'Sam@acme.example',
  )

it('a new site is told with its snippet, its secret and the administrator’s first password', async () => {
  const told = await create()
  expect(told).toContain('<script async src="https://widget.example/widget.js" data-site="acme"></script>')
  const site = await readSiteSettings(db, 'acme')
  expect(site).toMatchObject({
    name: 'Acme',
    origins: ['https://www.acme.example'],
    subjects: [{ key: 'general', name: 'General' }],
  })
  expect(told).toContain(`  ${site?.identitySecret}`)
  const password = /sam@acme\.example {3}(\S+)/.exec(told)?.[1] ?? ''
  const { rows } = await db.query<{ password: string }>('select password from auth_accounts')
  expect(await verifyPassword(rows[0]?.password ?? '', password)).toBe(true)
})

it('[FI4] a site chooses what files it takes', async () => {
  await create()
  const policy = async () => (await readSiteSettings(db, 'acme'))?.files
  expect(await policy()).toEqual({
    kinds: ['image', 'pdf', 'text', 'office', 'audio', 'video'],
    maxBytes: 10_000_000,
  })
  const told = await run('set-files', '--key', 'acme', '--kind', 'image', '--kind', 'pdf', '--max-mb', '5')
  expect(told).toBe('acme takes files of image, pdf up to 5 MB.')
  expect(await policy()).toEqual({ kinds: ['image', 'pdf'], maxBytes: 5_000_000 })
  expect(await run('set-files', '--key', 'acme', '--kind', 'none')).toBe('acme takes no files.')
  expect(await policy()).toMatchObject({ kinds: [] })
  await expect(run('set-files', '--key', 'acme', '--kind', 'exe')).rejects.toThrow('there is no kind "exe"')
  await expect(run('set-files', '--key', 'acme', '--kind', 'pdf', '--max-mb', '0')).rejects.toThrow('1 to 100')
})

it('a key is taken once', async () => {
  await create()
  await expect(create()).rejects.toThrow('There is a site "acme" already.')
  expect((await db.query('select from sites')).rowCount).toBe(1)
})

it('an agent who joins raises the version of the site, so that running servers learn of them', async () => {
  await create()
  const version = async () => (await db.query<{ version: number }>('select version from sites')).rows[0]?.version
  const before = (await version()) ?? 0
  const told = await run(
    'add-agent',
    '--key',
    'acme',
    '--email',
    'joe@acme.example',
    '--name',
    'Joe',
    '--skill',
    'general',
  )
  expect(told).toContain('Joe works for acme as agent.')
  expect(await version()).toBe(before + 1)
  const { rows } = await db.query(
    "select a.version, a.skills, count(p) as channels from agents a join presences p on p.agent_id = a.id where a.name = 'Joe' group by a.id",
  )
  expect(rows).toEqual([{ version: before + 1, skills: { general: 3 }, channels: 3 }])
})

it('a person who works for two sites keeps the password they have', async () => {
  await create('acme')
  const password = async () => (await db.query<{ password: string }>('select password from auth_accounts')).rows
  const before = await password()
  expect(await create('other')).toContain('with the password they have already')
  expect(await password()).toEqual(before)
  await expect(run('add-agent', '--key', 'acme', '--email', 'sam@acme.example', '--name', 'Sam')).rejects.toThrow(
    'already',
  )
})

it('origins are added, sites listed, the secret replaced', async () => {
  await create()
  const secret = (await readSiteSettings(db, 'acme'))?.identitySecret
  await run('add-origin', '--key', 'acme', '--origin', 'https://m.acme.example', '--origin', 'http://localhost:8080')
  expect(await run('list')).toBe(
    'acme  "Acme"  1 people  http://localhost:8080 https://m.acme.example https://www.acme.example',
  )
  const told = await run('rotate-secret', '--key', 'acme')
  const fresh = (await readSiteSettings(db, 'acme'))?.identitySecret ?? ''
  expect(fresh).not.toBe(secret)
  expect(told).toContain(fresh)
})

it.each([
  [['create', '--key', 'acme'], '--name is missing'],
  [['create', '--key', 'Acme!', '--name', 'A'], 'must be lower case, digits and dashes'],
  [['add-origin', '--key', 'acme', '--origin', 'https://a.example/path'], 'must look like https://www.example.com'],
  [['add-agent', '--key', 'acme', '--email', 'joe', '--name', 'Joe'], 'is no e-mail address'],
  [
    ['add-agent', '--key', 'acme', '--email', 'j@a.example', '--name', 'Joe', '--role', 'boss'],
    'there is no role "boss"',
  ],
  [['destroy'], 'there is no command "destroy"'],
  [['list', '--nonsense'], 'nonsense'],
])('%j is refused with how it is meant', (args, why) => {
  expect(() => readSiteCommand(args)).toThrow(why)
})

it('a command for a site that is not there says so', async () => {
  await expect(run('rotate-secret', '--key', 'nobody')).rejects.toThrow('There is no site "nobody"')
})

it('[DM5] the demo is reset by a command, and not in production', async () => {
  expect(await run('reset-demo')).toContain('first day')
  expect((await db.query("select from sites where key in ('bluesky', 'northbank')")).rowCount).toBe(2)
  const inProduction = runSiteCommand(
    { name: 'reset-demo' },
    { db, config: { ...config, demo: false }, now: 1, ids: systemIds(() => 1) },
  )
  await expect(inProduction).rejects.toThrow('There is no demo in production')
})
