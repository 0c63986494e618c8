import type { EntryBody } from '@beckon/shared/model/entry'
import type { Final, FinalEntry } from '../final.ts'
import type { History, Sent } from '../history.ts'
import { groupBy } from './group-by.ts'

/** What each log command says and where, as the entry must say it. */
function expected(sent: Sent): { streamId: string; says: string } | undefined {
  const payload = sent.payload as Record<string, string>
  const streamId = payload.streamId ?? ''
  if (sent.name === 'message:send' || sent.name === 'note:add') return { streamId, says: payload.text ?? '' }
  if (sent.name === 'page:push') return { streamId, says: `${payload.url} ${payload.title}` }
  if (sent.name === 'page:answer') return { streamId, says: `${payload.pushId} ${payload.outcome}` }
  return sent.name === 'call:signal' ? { streamId, says: payload.data ?? '' } : undefined
}

function says(body: EntryBody): string {
  if (body.kind === 'page-pushed') return `${body.url} ${body.title}`
  if (body.kind === 'page-answered') return `${body.pushId} ${body.outcome}`
  if (body.kind === 'signal') return body.data
  return 'text' in body ? body.text : ''
}

/** Every acknowledged text is in the final log exactly once, where and as acknowledged; no other one is there twice. */
export function acknowledgedOnce(history: History, final: Final): string[] {
  const problems: string[] = []
  const byId = groupBy(final.entries, (entry) => entry.id)
  const bySaying = groupBy(
    final.entries.filter((entry) => says(entry.body) !== ''),
    (entry) => `${entry.streamId} ${says(entry.body)}`,
  )
  for (const sent of history.sent) {
    const should = expected(sent)
    if (!should) continue
    const written = byId.get(sent.id) ?? []
    const alike = bySaying.get(`${should.streamId} ${should.says}`) ?? []
    if (written.length > 1 || alike.length > 1)
      problems.push(`${sent.name} ${sent.id} is in the log ${Math.max(written.length, alike.length)} times`)
    if (sent.reply?.ok) problems.push(...lost(sent, should, sent.reply.value as { seq: number }, written[0]))
  }
  return problems
}

function lost(
  sent: Sent,
  should: { streamId: string; says: string },
  told: { seq: number },
  entry: FinalEntry | undefined,
): string[] {
  if (!entry) return [`${sent.name} ${sent.id} was acknowledged and is not in the log`]
  const same = entry.streamId === should.streamId && entry.seq === told.seq && says(entry.body) === should.says
  if (!same) return [`${sent.name} ${sent.id} was acknowledged as ${told.seq} and is ${entry.seq} of ${entry.streamId}`]
  return entry.authorId === sent.person ? [] : [`${sent.name} ${sent.id} stands under another author`]
}
