/** What a browser adds to a request by itself. */
export interface Browser {
  origin: string
  /** `name=value`; none before the first answer. */
  cookie: string
}

/** The server's answer as JSON, undefined when it has none; throws on a refusal. Keeps the cookie as a browser would. */
export async function askServer<T>(browser: Browser, path: string, body?: object): Promise<T> {
  const response = await fetch(browser.origin + path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      origin: browser.origin,
      ...(body && { 'content-type': 'application/json' }),
      ...(browser.cookie !== '' && { cookie: browser.cookie }),
    },
    signal: AbortSignal.timeout(10_000),
  })
  const [set] = response.headers.getSetCookie()
  if (set !== undefined) browser.cookie = set.split(';')[0] ?? ''
  const text = await response.text()
  if (!response.ok) throw new Refused(path, response.status)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number

  constructor(path: string, status: number) {
    super(`${path} was answered with ${status}`)
    this.status = status
  }
}
