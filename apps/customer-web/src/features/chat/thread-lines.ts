import type { PendingCommand } from '@beckon/shared/client/connection'
import type { Entry, EntryBody } from '@beckon/shared/model/entry'
import type { FailedText } from '../../realtime/failed-texts.ts'

/** What is drawn as a card of its own. */
type CardBody = Extract<EntryBody, { kind: 'page-pushed' | 'file' }>
export type CardEntry = Entry & { body: CardBody }
export type PageOutcome = 'opened' | 'dismissed'

/** One line of the thread, in the order it is read. */
export type ThreadLine = { key: string; at: number } & (
  | { kind: 'mine'; text: string; state: 'sending' | 'sent' | 'failed'; code?: string }
  | { kind: 'theirs'; text: string; agent: string }
  | { kind: 'card'; entry: CardEntry; outcome: PageOutcome | undefined }
  | { kind: 'joined'; agent: string; written: boolean }
  | { kind: 'released' }
  | { kind: 'idle-warned'; closesAt: number }
  | { kind: 'call-started' }
  | { kind: 'call-ended'; durationMs: number }
)

const isCard = (entry: Entry): entry is CardEntry => entry.body.kind === 'page-pushed' || entry.body.kind === 'file'

/** The line of one entry; undefined for those that show in another's line, or not at all. */
function lineOf(entry: Entry, outcomes: ReadonlyMap<string, PageOutcome>): ThreadLine | undefined {
  const { id: key, at, body, author } = entry
  if (isCard(entry)) return { key, at, kind: 'card', entry, outcome: outcomes.get(key) }
  if (body.kind === 'message' && author.kind === 'customer')
    return { key, at, kind: 'mine', text: body.text, state: 'sent' }
  if (body.kind === 'message') return { key, at, kind: 'theirs', text: body.text, agent: author.name }
  if (body.kind === 'joined') return { key, at, kind: 'joined', agent: body.agent, written: 'insteadOf' in body }
  if (body.kind === 'idle-warned') return { key, at, kind: 'idle-warned', closesAt: body.closesAt }
  if (body.kind === 'call-ended') return { key, at, kind: 'call-ended', durationMs: body.durationMs }
  if (body.kind === 'released' || body.kind === 'call-started') return { key, at, kind: body.kind }
  return undefined
}

/** The same agent joins a call out of a chat: for the reader they were here all along. */
function isRepeated(line: ThreadLine, index: number, lines: readonly ThreadLine[]): boolean {
  if (line.kind !== 'joined') return false
  const before = lines.slice(0, index).findLast(({ kind }) => kind === 'joined' || kind === 'released')
  return before?.kind === 'joined' && before.agent === line.agent
}

const textOf = ({ name, payload }: PendingCommand): string | undefined =>
  name === 'message:send' ? (payload as { text: string }).text : undefined

/** A page that was answered but whose answer is still on its way counts as answered. */
function pageOutcomes(entries: readonly Entry[], pending: readonly PendingCommand[]): Map<string, PageOutcome> {
  const outcomes = new Map<string, PageOutcome>()
  for (const { name, payload } of pending) {
    if (name !== 'page:answer') continue
    const answer = payload as { pushId: string; outcome: PageOutcome }
    outcomes.set(answer.pushId, answer.outcome)
  }
  for (const { body } of entries) if (body.kind === 'page-answered') outcomes.set(body.pushId, body.outcome)
  return outcomes
}

/**
 * One thread from all conversations of this customer: what is committed in commit order, then what is on its way, then
 * what was refused. A text that is both committed and still awaiting its reply is drawn once.
 */
export function threadLines(
  conversations: Iterable<readonly Entry[]>,
  pending: readonly PendingCommand[],
  failed: readonly FailedText[],
): ThreadLine[] {
  const entries = [...conversations].flat().sort((one, other) => one.order - other.order)
  const outcomes = pageOutcomes(entries, pending)
  const committed = entries
    .map((entry) => lineOf(entry, outcomes))
    .filter((line) => line !== undefined)
    .filter((line, index, lines) => !isRepeated(line, index, lines))
  const there = new Set<string>(entries.map((entry) => entry.id))
  const waiting = pending.flatMap((command): ThreadLine[] => {
    const text = textOf(command)
    if (text === undefined || there.has(command.id)) return []
    return [{ key: command.id, at: command.at, kind: 'mine', text, state: 'sending' }]
  })
  const refused = failed
    .filter(({ id }) => !there.has(id) && !pending.some((command) => command.id === id))
    .map(({ id, at, text, code }): ThreadLine => ({ key: id, at, kind: 'mine', text, state: 'failed', code }))
  return [...committed, ...waiting, ...refused]
}
