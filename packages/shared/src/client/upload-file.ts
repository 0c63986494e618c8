import { fileLimits } from '../rules/file-limits.ts'
import { sniffBytes } from '../rules/sniff-file.ts'
import { backoffMs } from './backoff.ts'
import { PartError, type PostPart } from './post-file-part.ts'

/** Refusals that say "later", not "no". */
const passing: readonly string[] = ['offline', 'busy', 'unavailable', 'internal']
const restMinMs = 500
const restMaxMs = 10_000
/** A part should take about so long: the bar moves, and little is lost with the line. */
const slowMs = 2_000
const quickMs = 700
const smallestPart = 65_536

export interface Uploading {
  fileId: string
  streamId: string
  file: File
  post: PostPart
  signal: AbortSignal
  /** Bytes the server has; `waiting`: the line is broken and is tried again. */
  progress(received: number, waiting: boolean): void
}

/** Brings a whole file to the server, part after part; a broken line is waited for. Throws a `PartError` when refused. */
export async function uploadFile({ fileId, streamId, file, post, signal, progress }: Uploading): Promise<void> {
  let offset = 0
  let length: number = sniffBytes
  for (let failures = 0; offset < file.size; ) {
    const startedAt = performance.now()
    try {
      const bytes = file.slice(offset, offset + length)
      const { received } = await post({ fileId, streamId, name: file.name, size: file.size, offset, bytes }, signal)
      offset = received
      failures = 0
      length = nextLength(length, performance.now() - startedAt)
      progress(offset, false)
    } catch (error) {
      const code = error instanceof PartError ? error.code : 'unreadable'
      if (signal.aborted || !passing.includes(code)) throw error
      progress(offset, true)
      await rest(backoffMs(failures++, restMinMs, restMaxMs), signal)
      length = Math.max(smallestPart, Math.floor(length / 2))
    }
  }
}

/** Larger parts on a quick line, smaller ones on a slow. */
function nextLength(length: number, tookMs: number): number {
  if (tookMs < quickMs) return Math.min(length * 2, fileLimits.partBytes)
  return tookMs > slowMs ? Math.max(Math.floor(length / 2), smallestPart) : length
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
