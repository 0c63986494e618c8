/** What a page's button says in words, as the site's rules write it: `Lost bag` is `lost-bag`; null: nothing. */
export const buttonCode = (words: string): string | null =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 64) || null
