import type { Socket } from 'node:net'

/** What is looked for in the bytes that a node sends to one person, whatever the frames. */
export interface WireTap {
  /** Words of another site. */
  forbidden: string
  /** The forbidden words came. */
  leaked(): void
  /** A stream was spoken of. */
  stream(id: string): void
  /** Views on one line, an older one after a newer. */
  wentBack(from: number, to: number): void
}

const streamIds = /"(?:streamId|conversation|desk)":"([0-9a-f-]{36})"/g
const versions = /"view:changed",\{"version":(\d+),/g
/** Longer than anything looked for, so that nothing hides on the seam of two chunks. */
const overlap = 80

export function listenIn(line: Socket, tap: WireTap): void {
  let tail = ''
  let version = 0
  let leaked = false
  line.on('data', (chunk: Buffer) => {
    const text = tail + chunk.toString('latin1')
    for (const [, id] of text.matchAll(streamIds)) if (id !== undefined) tap.stream(id)
    for (const [, said] of text.matchAll(versions)) {
      if (Number(said) < version) tap.wentBack(version, Number(said))
      version = Number(said)
    }
    if (!leaked && text.includes(tap.forbidden)) {
      leaked = true
      tap.leaked()
    }
    tail = text.slice(-overlap)
  })
}
