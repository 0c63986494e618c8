import { parseArgs } from 'node:util'
import type { Role } from '@beckon/shared/model/agent-view'
import type { Skills } from '@beckon/shared/model/routing-settings'
import { Key } from '@beckon/shared/protocol/contact'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import { type FileKind, fileKinds } from '@beckon/shared/rules/file-types'
import { StartError } from '../runtime/start-error.ts'

export const usage = `npm run site -- COMMAND

  create        --key bluesky --name "Blue Sky" --origin https://www.bluesky.example --admin-email sam@bluesky.example
  list
  add-origin    --key bluesky --origin https://m.bluesky.example
  add-agent     --key bluesky --email ana@bluesky.example --name Ana [--role agent] [--skill booking]
  set-files     --key bluesky --kind image --kind pdf [--max-mb 10]      (--kind none: no files)
  rotate-secret --key bluesky
  add-key       --key bluesky --name CRM [--role supervisor]
  list-keys     --key bluesky
  revoke-key    --key bluesky --prefix bk_0123456789
  reset-demo    (deletes whatever was done in the demo's sites, and makes them anew)

  --origin, --role, --skill and --kind may stand more than once. Roles: agent, expert, supervisor, admin.
  --skill booking:5 says how well (1 to 5, else 3). Kinds: ${fileKinds.join(', ')}.`

export type SiteCommand =
  | { name: 'create'; key: string; siteName: string; origins: string[]; adminEmail: string }
  | { name: 'list' }
  | { name: 'add-origin'; key: string; origins: string[] }
  | { name: 'add-agent'; key: string; email: string; personName: string; roles: Role[]; skills: Skills }
  | { name: 'set-files'; key: string; files: FilePolicy }
  | { name: 'rotate-secret'; key: string }
  | { name: 'add-key'; key: string; keyName: string; roles: Role[] }
  | { name: 'list-keys'; key: string }
  | { name: 'revoke-key'; key: string; prefix: string }
  | { name: 'reset-demo' }

const options = {
  key: { type: 'string' },
  name: { type: 'string' },
  origin: { type: 'string', multiple: true },
  'admin-email': { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', multiple: true },
  skill: { type: 'string', multiple: true },
  kind: { type: 'string', multiple: true },
  'max-mb': { type: 'string' },
  prefix: { type: 'string' },
  help: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parse>['values']

/** Throws a `StartError` that says what is wrong and how it is meant. */
export function readSiteCommand(args: string[]): SiteCommand | 'help' {
  const { values, positionals } = parse(args)
  const [name, ...more] = positionals
  if (values.help === true || name === 'help' || name === undefined) return 'help'
  if (more.length > 0) throw wrong(`"${more[0]}" stands alone`)
  switch (name) {
    case 'create':
      return {
        name,
        key: keyOf(values),
        siteName: required(values.name, '--name'),
        origins: originsOf(values),
        adminEmail: emailOf(values['admin-email'], '--admin-email'),
      }
    case 'list':
    case 'reset-demo':
      return { name }
    case 'add-origin':
      return { name, key: keyOf(values), origins: originsOf(values) }
    case 'add-agent':
      return {
        name,
        key: keyOf(values),
        email: emailOf(values.email, '--email'),
        personName: required(values.name, '--name'),
        roles: (values.role ?? ['agent']).map(roleOf),
        skills: Object.fromEntries((values.skill ?? []).map(skillOf)),
      }
    case 'set-files':
      return { name, key: keyOf(values), files: { kinds: kindsOf(values), maxBytes: megabytesOf(values) } }
    case 'rotate-secret':
    case 'list-keys':
      return { name, key: keyOf(values) }
    case 'add-key':
      return {
        name,
        key: keyOf(values),
        keyName: required(values.name, '--name'),
        roles: (values.role ?? ['supervisor']).map(keyRoleOf),
      }
    case 'revoke-key':
      return { name, key: keyOf(values), prefix: required(values.prefix, '--prefix') }
    default:
      throw wrong(`there is no command "${name}"`)
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

const wrong = (what: string): StartError => new StartError(`npm run site: ${what}\n\n${usage}`)

function required(value: string | undefined, option: string): string {
  const text = value?.trim() ?? ''
  if (text === '') throw wrong(`${option} is missing`)
  if (text.length > 100) throw wrong(`${option} is longer than 100 characters`)
  return text
}

function checkKey(value: string, option: string): string {
  if (!Key.safeParse(value).success) throw wrong(`${option} "${value}" must be lower case, digits and dashes`)
  return value
}

function skillOf(text: string): [skill: string, level: number] {
  const [skill = '', level = '3', ...more] = text.split(':')
  if (!/^[1-5]$/.test(level) || more.length > 0) throw wrong(`--skill "${text}" must look like booking or booking:5`)
  return [checkKey(skill, '--skill'), Number(level)]
}

const keyOf = (values: Values): string => checkKey(required(values.key, '--key'), '--key')

function emailOf(value: string | undefined, option: string): string {
  const text = required(value, option).toLowerCase()
  if (!/^[^\s@]+@[^\s@]+$/.test(text)) throw wrong(`${option} "${text}" is no e-mail address`)
  return text
}

function roleOf(value: string): Role {
  const role = (['agent', 'expert', 'supervisor', 'admin'] as const).find((known) => known === value)
  if (role === undefined) throw wrong(`there is no role "${value}"`)
  return role
}

function kindsOf({ kind }: Values): FileKind[] {
  const given = kind ?? []
  if (given.length === 0) throw wrong('--kind is missing')
  if (given.includes('none')) return []
  return given.map((text) => {
    const known = fileKinds.find((one) => one === text)
    if (known === undefined) throw wrong(`there is no kind "${text}"`)
    return known
  })
}

/** In bytes. */
function megabytesOf(values: Values): number {
  const most = Number(values['max-mb'] ?? 10)
  if (!Number.isInteger(most) || most < 1 || most > 100) throw wrong('--max-mb must be a whole number from 1 to 100')
  return most * 1_000_000
}

/** A program serves nobody. */
function keyRoleOf(value: string): Role {
  if (value !== 'supervisor' && value !== 'admin') throw wrong(`an API key has the role supervisor or admin`)
  return value
}

function originsOf(values: Values): string[] {
  const given = values.origin ?? []
  if (given.length === 0) throw wrong('--origin is missing')
  return given.map((text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    const plain = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === ''
    if (!plain) throw wrong(`--origin "${text}" must look like https://www.example.com, without a path`)
    return url.origin
  })
}
