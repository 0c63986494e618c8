/** The path of an address, which is what an agent recognises; the whole text where there is none to find. */
export function pageText(url: string): string {
  if (!URL.canParse(url)) return url
  const { pathname, host } = new URL(url)
  return pathname === '/' ? host : pathname
}
