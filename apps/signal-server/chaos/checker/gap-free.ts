import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { groupBy } from './group-by.ts'

/** Every stream is numbered 1, 2, 3 … up to its head. */
export function gapFree(_history: History, final: Final): string[] {
  const byStream = groupBy(final.entries, (entry) => entry.streamId)
  return final.streams.flatMap(({ id, head }) => {
    const seqs = (byStream.get(id) ?? []).map((entry) => entry.seq)
    const whole = seqs.length === head && seqs.every((seq, i) => seq === i + 1)
    return whole ? [] : [`stream ${id} ends at ${head} and holds ${seqs.join(' ')}`]
  })
}
