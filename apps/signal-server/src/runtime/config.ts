import { join, resolve } from 'node:path'
import type { IceServer } from '@beckon/shared/model/call-view'
import { ConfigProblems } from './config-problems.ts'
import { readIceServers } from './ice-servers.ts'
import { keptSecretKey } from './secret-key.ts'
import { checkoutFolder } from './server-folder.ts'

export interface Config {
  production: boolean
  port: number
  host: string
  /** Origin of console, API and sign-in, without a slash at the end. */
  publicUrl: string
  /** Origin of loader, frame, visitor API and files; another host than `publicUrl`. */
  widgetUrl: string
  /** Null: the embedded database. */
  databaseUrl: string | null
  /** Absolute. */
  dataDir: string
  demo: boolean
  /** All signatures and cookies are made with it. */
  secretKey: string
  /** Take the client's address and protocol from X-Forwarded-* of the proxy in front. */
  trustProxy: boolean
  logLevel: LogLevel
  iceServers: IceServer[]
  turn: { url: string; secret: string } | null
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const SECRET_KEY_LENGTH = 32

/**
 * Reads and checks the whole environment; throws one error that lists everything wrong in it. Outside production a
 * missing SECRET_KEY is made once and kept in the data folder.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems = new ConfigProblems()
  const nodeEnv = oneOf(problems, 'NODE_ENV', env.NODE_ENV, ['development', 'test', 'production'], 'development')
  const production = nodeEnv === 'production'
  const port = readPort(problems, env.PORT)
  const publicUrl = readOrigin(problems, 'PUBLIC_URL', env.PUBLIC_URL, production, `http://localhost:${port}`)
  const widgetUrl = readOrigin(problems, 'WIDGET_URL', env.WIDGET_URL, production, `http://127.0.0.1:${port}`)
  refuseOneHost(problems, publicUrl, widgetUrl)
  const demo = readFlag(problems, 'DEMO', env.DEMO, !production)
  if (production && demo) problems.add('DEMO must not be on in production: it makes accounts with known passwords')
  const configuredKey = readSecretKey(problems, env.SECRET_KEY, production)
  const config: Omit<Config, 'secretKey'> = {
    production,
    port,
    host: filled(env.HOST) ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl,
    widgetUrl,
    databaseUrl: readDatabaseUrl(problems, env.DATABASE_URL),
    dataDir: resolve(checkoutFolder, filled(env.DATA_DIR) ?? join(checkoutFolder, 'data')),
    demo,
    trustProxy: readFlag(problems, 'TRUST_PROXY', env.TRUST_PROXY, false),
    logLevel: oneOf(problems, 'LOG_LEVEL', env.LOG_LEVEL, logLevels, production ? 'info' : 'warn'),
    iceServers: readIceServers(problems, env.ICE_SERVERS),
    turn: readTurn(problems, env.TURN_URL, env.TURN_SECRET),
  }
  problems.throwIfAny()
  return { ...config, secretKey: configuredKey ?? keptSecretKey(config.dataDir) }
}

/** An empty value counts as not set, as in most shells' and containers' files. */
function filled(value: string | undefined): string | undefined {
  const text = value?.trim()
  return text === '' ? undefined : text
}

function oneOf<T extends string>(
  problems: ConfigProblems,
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  fallback: T,
): T {
  const text = filled(value)
  if (text === undefined) return fallback
  const found = allowed.find((candidate) => candidate === text)
  if (found === undefined) problems.add(`${name} is "${text}", but must be one of ${allowed.join(', ')}`)
  return found ?? fallback
}

function readPort(problems: ConfigProblems, value: string | undefined): number {
  const text = filled(value) ?? '3000'
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  problems.add(`PORT is "${text}", but must be a whole number from 0 to 65535`)
  return 3_000
}

function readFlag(problems: ConfigProblems, name: string, value: string | undefined, fallback: boolean): boolean {
  const text = filled(value)?.toLowerCase()
  if (text === undefined) return fallback
  if (['1', 'true', 'on', 'yes'].includes(text)) return true
  if (['0', 'false', 'off', 'no'].includes(text)) return false
  problems.add(`${name} is "${text}", but must be 1 or 0`)
  return fallback
}

function readOrigin(
  problems: ConfigProblems,
  name: string,
  value: string | undefined,
  production: boolean,
  fallback: string,
): string {
  const text = filled(value)
  if (text === undefined) {
    if (production) problems.add(`${name} is missing: production needs it, for example https://contact.example.com`)
    return fallback
  }
  const url = URL.canParse(text) ? new URL(text) : null
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  ) {
    problems.add(`${name} is "${text}", but must be an origin such as https://contact.example.com, without a path`)
    return fallback
  }
  if (production && url.protocol !== 'https:') problems.add(`${name} is "${text}", but must be https in production`)
  return url.origin
}

/** Two names keep a hole in the widget away from the console's cookies; ports do not separate cookies. */
function refuseOneHost(problems: ConfigProblems, publicUrl: string, widgetUrl: string): void {
  const { hostname } = new URL(publicUrl)
  if (hostname !== new URL(widgetUrl).hostname) return
  problems.add(`PUBLIC_URL and WIDGET_URL are both on "${hostname}", but must have different host names`)
}

function readDatabaseUrl(problems: ConfigProblems, value: string | undefined): string | null {
  const text = filled(value)
  if (text === undefined) return null
  // The value is not repeated: it holds a password.
  if (!/^postgres(ql)?:\/\//.test(text)) problems.add('DATABASE_URL must start with postgresql://')
  return text
}

function readSecretKey(problems: ConfigProblems, value: string | undefined, production: boolean): string | null {
  const text = filled(value)
  if (text === undefined) {
    if (production) problems.add(`SECRET_KEY is missing: make one with "openssl rand -base64 48" and keep it`)
    return null
  }
  if (text.length < SECRET_KEY_LENGTH) problems.add(`SECRET_KEY is too short: at least ${SECRET_KEY_LENGTH} characters`)
  else if (isGuessable(text))
    problems.add('SECRET_KEY looks like a placeholder: make one with "openssl rand -base64 48"')
  return text
}

/** Placeholders from examples, and texts of a few repeated characters. */
const isGuessable = (text: string): boolean =>
  new Set(text).size < 10 || /change.?me|example|placeholder|your.?secret|default|secret.?key/i.test(text)

function readTurn(
  problems: ConfigProblems,
  urlValue: string | undefined,
  secretValue: string | undefined,
): { url: string; secret: string } | null {
  const url = filled(urlValue)
  const secret = filled(secretValue)
  if (url === undefined && secret === undefined) return null
  if (url === undefined) problems.add('TURN_URL is missing, but TURN_SECRET is set')
  else if (!/^turns?:[^\s/]+$/.test(url))
    problems.add(`TURN_URL is "${url}", but must look like turn:turn.example.com:3478`)
  if (secret === undefined) problems.add('TURN_SECRET is missing, but TURN_URL is set')
  return url === undefined || secret === undefined ? null : { url, secret }
}
