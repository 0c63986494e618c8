import { RequestError } from './request-json.ts'
import { readySession } from './session-store.ts'

/**
 * The bytes of a sent file. Asked for by us and not by the browser's own `<img>` or link, which could not carry the
 * token of a visitor whose cookie fails. Throws a `RequestError`.
 */
export async function loadFile(fileId: string, type: string): Promise<Blob> {
  const { site, token } = readySession()
  const query = new URLSearchParams({ site: site.key })
  const response = await fetch(`/widget/api/files/${fileId}?${query}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    credentials: 'include',
  }).catch((error: unknown) => {
    throw new RequestError('offline', { cause: error })
  })
  if (!response.ok) throw new RequestError(response.status === 404 ? 'not-found' : 'unavailable')
  // Under a type of ours: in this page it can be a picture or bytes, never a document.
  return new Blob([await response.arrayBuffer()], { type })
}
