import type { FilePartReply } from '../protocol/file.ts'
import { fileNameHeader } from '../rules/file-limits.ts'

export interface FilePart {
  fileId: string
  streamId: string
  /** As the person has it; the server makes its own of it. */
  name: string
  /** Of the whole file. */
  size: number
  offset: number
  bytes: Blob
}

/** `code` is the server's, or `offline` when nothing answered. */
export class PartError extends Error {
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** A line that says nothing for so long is broken, or too slow for so large a part. */
const patienceMs = 30_000

export type PostPart = (part: FilePart, signal: AbortSignal) => Promise<FilePartReply>

/** `path`: where files are received; `token`: only where a visitor's cookie fails. */
export const postPartTo =
  (path: string, site?: string, token?: string | null): PostPart =>
  async ({ fileId, streamId, name, size, offset, bytes }, signal) => {
    const query = new URLSearchParams({ stream: streamId, size: String(size), offset: String(offset) })
    if (site !== undefined) query.set('site', site)
    const attempt = new AbortController()
    const stop = () => attempt.abort()
    const patience = setTimeout(stop, patienceMs)
    signal.addEventListener('abort', stop)
    const response = await fetch(`${path}/${fileId}?${query}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        [fileNameHeader]: encodeURIComponent(name),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      credentials: 'include',
      body: bytes,
      signal: attempt.signal,
    })
      .catch((error: unknown) => {
        throw new PartError('offline', { cause: error })
      })
      .finally(() => clearTimeout(patience))
    const answer = (await response.json().catch(() => ({}))) as { code?: unknown }
    if (!response.ok) throw new PartError(typeof answer.code === 'string' ? answer.code : 'unavailable')
    // Same build on both ends: the server's types are the protocol's.
    return answer as FilePartReply
  }
