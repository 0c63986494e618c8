import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { groupBy } from './group-by.ts'

/** The acknowledged texts of one sender stand in a stream in the order in which they were written. */
export function senderOrder(history: History, final: Final): string[] {
  const places = new Map(final.entries.map((entry) => [entry.id, entry.seq]))
  const texts = history.sent.filter(
    ({ name, reply }) => (name === 'message:send' || name === 'note:add') && reply?.ok === true,
  )
  const lanes = groupBy(texts, ({ sender, payload }) => `${sender} ${(payload as { streamId: string }).streamId}`)
  const problems: string[] = []
  for (const [lane, sent] of lanes) {
    const seqs = sent.map(({ id }) => places.get(id)).filter((seq) => seq !== undefined)
    if (seqs.some((seq, i) => i > 0 && seq < (seqs[i - 1] ?? 0)))
      problems.push(`the texts of ${lane} stand as ${seqs.join(' ')}`)
  }
  return problems
}
