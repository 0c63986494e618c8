import { randomBytes } from 'node:crypto'

export interface Ids {
  /** UUIDv7: sorts by time of making, 74 random bits. */
  uuid(): string
  random(bytes: number): Uint8Array
}

/** `now` in epoch milliseconds. */
export function systemIds(now: () => number): Ids {
  return { uuid: () => uuidV7(now(), randomBytes(10)), random: (bytes) => new Uint8Array(randomBytes(bytes)) }
}

/** RFC 9562, section 5.7: 48 bits of epoch milliseconds, version, 12 random bits, variant, 62 random bits. */
export function uuidV7(at: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(Math.floor(at), 0, 6)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
