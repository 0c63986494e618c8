/**
 * The address a page may be pushed as, or undefined. `allowed` holds origins; http is allowed only for
 * an origin of the list itself (the demo). Credentials, other schemes and unparsable text are refused.
 */
export function allowedPageUrl(text: string, allowed: readonly string[]): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const webScheme = url.protocol === 'https:' || url.protocol === 'http:'
  if (!webScheme || url.username !== '' || url.password !== '') return undefined
  return allowed.includes(url.origin) ? url.href : undefined
}
