import type { SettingsFinding } from '@beckon/shared/model/settings-finding'

/** `status` 0: the server was not reached. `code`: of the problem details, or of the sign-in library. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  /** With settings that make no sense: all of what is wrong. */
  readonly problems: readonly SettingsFinding[]
  constructor(status: number, code: string, problems: readonly SettingsFinding[] = []) {
    super(`HTTP ${status} ${code}`)
    this.status = status
    this.code = code
    this.problems = problems
  }
}

const codeOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : 'unknown'
const problemsOf = (body: unknown): SettingsFinding[] =>
  typeof body === 'object' && body !== null && 'problems' in body && Array.isArray(body.problems) ? body.problems : []

interface Request {
  method?: 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  /** The version a change was made from; another is refused as `changed`. */
  ifMatch?: string | undefined
}
/** What was told, and its version. */
export interface Versioned<T> {
  value: T
  etag: string | undefined
}

/** JSON of our own origin, with the session's cookie; throws `HttpError`. `T` is the contract of `protocol/http`. */
export async function fetchVersion<T>(path: string, init: Request = {}): Promise<Versioned<T>> {
  const { method = 'GET', body, ifMatch } = init
  const headers: HeadersInit = { accept: 'application/json', ...(ifMatch !== undefined && { 'if-match': ifMatch }) }
  const sends = method === 'POST' || method === 'PATCH'
  if (sends) headers['content-type'] = 'application/json'
  const response = await fetch(path, {
    method,
    headers,
    ...(sends && { body: JSON.stringify(body ?? {}) }),
  }).catch(() => {
    throw new HttpError(0, 'unreachable')
  })
  const parsed: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new HttpError(response.status, codeOf(parsed), problemsOf(parsed))
  return { value: parsed as T, etag: response.headers.get('etag') ?? undefined }
}

export const fetchJson = async <T>(path: string, init: Request = {}): Promise<T> =>
  (await fetchVersion<T>(path, init)).value
