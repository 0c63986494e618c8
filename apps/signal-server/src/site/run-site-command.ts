import type { SiteId } from '@beckon/shared/model/ids'
import { sizeText } from '@beckon/shared/rules/file-size'
import type pg from 'pg'
import { resetDemo } from '../demo/seed-demo.ts'
import type { Config } from '../runtime/config.ts'
import type { Ids } from '../runtime/ids.ts'
import { StartError } from '../runtime/start-error.ts'
import { makeApiKey } from '../gateway/auth/api-key.ts'
import { addOrigins, addSite } from '../stores/add-site.ts'
import { addApiKey, listApiKeys, revokeApiKey } from '../stores/api-keys.ts'
import { changeSite } from '../stores/change-site.ts'
import { inTransaction } from '../stores/in-transaction.ts'
import { listSites, replaceIdentitySecret } from '../stores/list-sites.ts'
import { replaceFilePolicy } from '../stores/replace-file-policy.ts'
import { readSiteSettings } from '../stores/read-site-settings.ts'
import { join, operator, prepare, signInText } from './join-site.ts'
import { newSiteChoices } from './new-site-choices.ts'
import type { SiteCommand } from './read-site-command.ts'

export interface SiteDeps {
  db: pg.Pool
  config: Pick<Config, 'publicUrl' | 'widgetUrl' | 'demo'>
  /** Epoch milliseconds. */
  now: number
  ids: Ids
}

type Of<N extends SiteCommand['name']> = Extract<SiteCommand, { name: N }>

/** Does it, and returns what to tell. Secrets and first passwords are told here, once, and nowhere else. */
export async function runSiteCommand(command: SiteCommand, deps: SiteDeps): Promise<string> {
  switch (command.name) {
    case 'create':
      return create(command, deps)
    case 'list':
      return list(deps)
    case 'add-origin':
      return addOrigin(command, deps)
    case 'add-agent':
      return addPerson(command, deps)
    case 'set-files':
      return setFiles(command, deps)
    case 'rotate-secret':
      return rotateSecret(command, deps)
    case 'add-key':
      return addKey(command, deps)
    case 'list-keys':
      return listKeys(command, deps)
    case 'revoke-key':
      return revokeKey(command, deps)
    case 'reset-demo':
      return startDemoAnew(deps)
  }
}

async function create({ key, siteName, origins, adminEmail }: Of<'create'>, deps: SiteDeps): Promise<string> {
  const { db, config, now, ids } = deps
  if (await readSiteSettings(db, key)) throw new StartError(`There is a site "${key}" already.`)
  const identitySecret = newSecret(ids)
  const admin = {
    name: adminEmail.split('@')[0] ?? adminEmail,
    email: adminEmail,
    roles: ['admin' as const],
    skills: {},
  }
  const signIn = await prepare(admin, ids)
  await inTransaction(db, async (client) => {
    const id = ids.uuid() as SiteId
    await addSite(client, { id, key, name: siteName, accent: null, identitySecret, origins, ...newSiteChoices }, now)
    await join(client, id, signIn, deps)
  })
  return [
    `Made the site "${siteName}" (${key}) for ${origins.join(', ')}.`,
    '',
    signInText(config.publicUrl, signIn),
    '',
    secretText(identitySecret),
    '',
    'Put this into its pages:',
    `  <script async src="${config.widgetUrl}/widget.js" data-site="${key}"></script>`,
    '  <button data-beckon>Talk to us</button>',
  ].join('\n')
}

async function list({ db }: SiteDeps): Promise<string> {
  const sites = await listSites(db)
  if (sites.length === 0) return 'There are no sites yet: npm run site -- create …'
  return sites
    .map(({ key, name, people, origins }) => `${key}  "${name}"  ${people} people  ${origins.join(' ')}`)
    .join('\n')
}

async function addOrigin({ key, origins }: Of<'add-origin'>, deps: SiteDeps): Promise<string> {
  await change(deps, await siteId(deps.db, key), 'site:change', { origins }, (client, id) =>
    addOrigins(client, id, origins),
  )
  return `The widget of ${key} may stand on pages of ${origins.join(', ')}.`
}

async function addPerson(command: Of<'add-agent'>, deps: SiteDeps): Promise<string> {
  const id = await siteId(deps.db, command.key)
  const { personName: name, email, roles, skills } = command
  const signIn = await prepare({ name, email, roles, skills }, deps.ids)
  await inTransaction(deps.db, (client) => join(client, id, signIn, deps))
  return [
    `${name} works for ${command.key} as ${roles.join(', ')}.`,
    '',
    signInText(deps.config.publicUrl, signIn),
  ].join('\n')
}

async function setFiles({ key, files }: Of<'set-files'>, deps: SiteDeps): Promise<string> {
  await change(deps, await siteId(deps.db, key), 'files:set', files, (client, id) =>
    replaceFilePolicy(client, id, files),
  )
  if (files.kinds.length === 0) return `${key} takes no files.`
  return `${key} takes files of ${files.kinds.join(', ')} up to ${sizeText(files.maxBytes, 'en')}.`
}

async function rotateSecret({ key }: Of<'rotate-secret'>, deps: SiteDeps): Promise<string> {
  const secret = newSecret(deps.ids)
  await change(deps, await siteId(deps.db, key), 'identity-secret:rotate', {}, (client, id) =>
    replaceIdentitySecret(client, id, secret),
  )
  return `${secretText(secret)}\nIdentities signed with the old one are refused from now on.`
}

async function addKey({ key, keyName, roles }: Of<'add-key'>, deps: SiteDeps): Promise<string> {
  const made = makeApiKey(deps.ids)
  const row = { id: deps.ids.uuid(), name: keyName, roles, prefix: made.prefix, hash: made.hash, createdAt: deps.now }
  await change(deps, await siteId(deps.db, key), 'api-key:add', { name: keyName, roles }, (client, id) =>
    addApiKey(client, id, row),
  )
  return `The API key "${keyName}" of ${key} (${roles.join(', ')}); it is shown only now:\n  ${made.key}`
}

async function listKeys({ key }: Of<'list-keys'>, { db }: SiteDeps): Promise<string> {
  const keys = await listApiKeys(db, await siteId(db, key))
  if (keys.length === 0) return 'There are no API keys: npm run site -- add-key …'
  return keys.map(({ prefix, name, roles }) => `${prefix}…  "${name}"  ${roles.join(', ')}`).join('\n')
}

async function revokeKey({ key, prefix }: Of<'revoke-key'>, deps: SiteDeps): Promise<string> {
  const found = (await listApiKeys(deps.db, await siteId(deps.db, key))).find((each) => each.prefix === prefix)
  if (!found) throw new StartError(`${key} has no API key that begins with "${prefix}".`)
  await change(deps, await siteId(deps.db, key), 'api-key:revoke', { name: found.name }, (client, id) =>
    revokeApiKey(client, id, found.id, deps.now),
  )
  return `The API key "${found.name}" is refused from now on.`
}

async function startDemoAnew({ db, config, now, ids }: SiteDeps): Promise<string> {
  if (!config.demo) throw new StartError('There is no demo in production.')
  await resetDemo({ db, config, ids, clock: { now: () => now } })
  return 'The demo is as on its first day. Open pages begin again.'
}

/** Under the site's lock and audited, and running servers learn of it. */
async function change(
  { db, now, ids }: SiteDeps,
  id: SiteId,
  action: string,
  after: object,
  run: (client: pg.ClientBase, id: SiteId) => Promise<unknown>,
): Promise<void> {
  const audit = [{ ...operator, id: ids.uuid(), action, target: 'site', before: null, after }]
  await changeSite(db, id, now, async (client) => {
    await run(client, id)
    return { value: null, written: { audit } }
  })
}

async function siteId(db: pg.Pool, key: string): Promise<SiteId> {
  const site = await readSiteSettings(db, key)
  if (!site) throw new StartError(`There is no site "${key}". "npm run site -- list" tells which there are.`)
  return site.id
}

const newSecret = (ids: Ids): string => Buffer.from(ids.random(32)).toString('base64url')

const secretText = (secret: string): string =>
  `The secret to sign identities with (HS256); it is shown only now:\n  ${secret}`
