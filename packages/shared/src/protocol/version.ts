/** Raised on a change an old page cannot live with; such a page is refused with `upgrade-needed`. */
export const protocolVersion = 1

/** Limits of the wire, checked before anything else. */
export const limits = {
  frameBytes: 32_768,
  /** Nesting of one frame; a deeper one kills naive parsers that recurse. */
  depth: 16,
  messageChars: 4_000,
  noteChars: 4_000,
  /** Entries in one page of `stream:sync`. */
  syncPage: 200,
} as const
