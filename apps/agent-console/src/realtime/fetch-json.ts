/** `status` 0: the server was not reached. `code`: of the problem details, or of the sign-in library. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`HTTP ${status} ${code}`)
    this.status = status
    this.code = code
  }
}

const codeOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : 'unknown'

/** JSON of our own origin, with the session's cookie; throws `HttpError`. `T` is the contract of `protocol/http`. */
export async function fetchJson<T>(path: string, init: { method?: 'POST'; body?: unknown } = {}): Promise<T> {
  const { method = 'GET', body } = init
  const headers: HeadersInit = { accept: 'application/json' }
  if (method === 'POST') headers['content-type'] = 'application/json'
  const response = await fetch(path, {
    method,
    headers,
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  }).catch(() => {
    throw new HttpError(0, 'unreachable')
  })
  const parsed: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new HttpError(response.status, codeOf(parsed))
  return parsed as T
}
