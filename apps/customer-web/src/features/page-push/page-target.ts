export type PageTarget = { how: 'here' | 'tab'; href: string }

/**
 * Where a pushed page may open: the host's own origin in the page itself, any other in a new tab without opener.
 * Undefined: never (another scheme, credentials, no address at all). A call lives in this frame and would die with the
 * page, so during one everything opens beside it.
 */
export function pageTarget(address: string, hostOrigin: string, inCall: boolean): PageTarget | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  if (!web || url.username !== '' || url.password !== '') return undefined
  return { how: url.origin === hostOrigin && !inCall ? 'here' : 'tab', href: url.href }
}
