/** Why an address may not be pushed; each has its words in the console's catalogue. */
export type PageRefusal = 'not-an-address' | 'not-web' | 'credentials' | 'not-of-site'

type Judged = { href: string } | { refusal: PageRefusal }

/**
 * Whether a page may be pushed, and as what address. `allowed` holds origins; http is allowed only for an origin of
 * the list itself (the demo). Credentials, other schemes and unparsable text are refused.
 */
export function judgePageUrl(text: string, allowed: readonly string[]): Judged {
  if (!URL.canParse(text)) return { refusal: 'not-an-address' }
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { refusal: 'not-web' }
  if (url.username !== '' || url.password !== '') return { refusal: 'credentials' }
  return allowed.includes(url.origin) ? { href: url.href } : { refusal: 'not-of-site' }
}

/** The address a page may be pushed as, or undefined. */
export function allowedPageUrl(text: string, allowed: readonly string[]): string | undefined {
  const judged = judgePageUrl(text, allowed)
  return 'href' in judged ? judged.href : undefined
}
