import type { Ids } from '../src/domain/draft.ts'

/** Ids that count up: the same test makes the same ones. */
export function sequentialIds(): Ids {
  let made = 0
  return {
    uuid: () => numberedId(++made),
    // Digits to base 29, the alphabet of references: no two alike.
    random: (bytes) => {
      const n = ++made
      return Uint8Array.from({ length: bytes }, (_, i) => Math.floor(n / 29 ** i) % 29)
    },
  }
}

/** A well-formed UUIDv7 that holds a number. */
export const numberedId = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
