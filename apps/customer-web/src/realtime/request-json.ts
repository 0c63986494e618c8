/** `code` is the server's (`not-found`, `rate-limited`, …), or `offline` when nothing answered. */
export class RequestError extends Error {
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** The code of an RFC 9457 body; an answer that is none (a proxy's page) counts as unavailable. */
async function codeOf(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { code?: unknown }
    return typeof problem.code === 'string' ? problem.code : 'unavailable'
  } catch {
    // Not JSON: it did not come from our server.
    return response.status === 404 ? 'not-found' : 'unavailable'
  }
}

/** Throws a `RequestError`. */
async function request(path: string, { body, token }: { body?: object; token?: string | null }): Promise<Response> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token) headers['authorization'] = `Bearer ${token}`
  let response: Response
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      credentials: 'include',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch (error) {
    throw new RequestError('offline', { cause: error })
  }
  if (!response.ok) throw new RequestError(await codeOf(response))
  return response
}

/** JSON from our own server; `token` only where the visitor's cookie fails. Throws a `RequestError`. */
export async function requestJson<T>(path: string, options: { body?: object; token?: string | null } = {}): Promise<T> {
  const response = await request(path, options)
  // Same build on both ends: the server's types are the protocol's.
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** The same for what is no JSON. */
export const requestFile = async (path: string, token: string | null): Promise<Blob> =>
  (await request(path, { token })).blob()
