export const fileLimits = {
  /** Of one part; a file no larger goes as one. */
  partBytes: 1_048_576,
  /** The first part tells the type: it is at least so long, or the whole file. */
  firstPartBytes: 4_096,
  nameChars: 255,
} as const

/** Carries the name, percent-encoded UTF-8; an address would end in somebody's log. */
export const fileNameHeader = 'x-file-name'
