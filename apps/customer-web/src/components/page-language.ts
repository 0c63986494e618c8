/** For numbers and lists outside the catalogue; a page that names no language reads as English. */
export const pageLanguage = (): string => document.documentElement.lang || 'en'
