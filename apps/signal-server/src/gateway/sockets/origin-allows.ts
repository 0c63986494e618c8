import type { IncomingMessage } from 'node:http'

/**
 * Whether a connection comes from a page of `origin`. Socket.IO's own `cors` does not protect the WebSocket transport,
 * so this is asked for both. A same-origin GET of the polling transport has no Origin header; what a browser sends
 * instead (https://www.w3.org/TR/fetch-metadata/) tells it from an image on a foreign page.
 */
export function originAllows(origin: string, { headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers.origin !== undefined) return headers.origin === origin
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}
