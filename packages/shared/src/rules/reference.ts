/** 29 characters, a prime, so that every single wrong one is found. Without 0/O, 1/I/L, U, Z: read aloud without doubt (after Crockford's base 32, https://www.crockford.com/base32.html). */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXY'

const checkDigit = (body: string): string => {
  let sum = 0
  for (const char of body) sum = (sum * 2 + alphabet.indexOf(char)) % alphabet.length
  return alphabet.charAt(sum)
}

/** `BS-` + 7 characters from `random` (bytes, at least 7) + 1 check character. */
export function makeReference(random: Uint8Array): string {
  let body = ''
  for (let i = 0; i < 7; i++) body += alphabet.charAt((random[i] ?? 0) % alphabet.length)
  return `BS-${body}${checkDigit(body)}`
}

/** True when a reference was typed or heard without a single wrong character. */
export function isReference(text: string): boolean {
  const match = /^BS-([2-9A-HJKMNP-TV-Y]{7})([2-9A-HJKMNP-TV-Y])$/.exec(text.toUpperCase())
  return match?.[1] !== undefined && checkDigit(match[1]) === match[2]
}
