/** The address as it may be sent, or undefined; the server holds the site's list and has the last word. */
export function pageAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (!URL.canParse(trimmed)) return undefined
  const { protocol, href } = new URL(trimmed)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
