import type { CommandName } from '@beckon/shared/protocol/commands'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { canonical } from './canonical.ts'

/**
 * Refusals that a later state may lift. A frame that lay in a paused node is judged when that node goes on, perhaps
 * after its repetition was refused elsewhere: then the command takes effect late, once, and is recorded.
 */
const passing: ReadonlySet<string> = new Set(['already-open', 'busy', 'call-elsewhere', 'unavailable'])
const mayPass = (name: CommandName, reply: Reply<unknown>): boolean =>
  !reply.ok && (name === 'queue:pick' || passing.has(reply.error.code))

/** The same command id has the same reply: as told, as recorded, and as told when sent again later. */
export function sameReply(history: History, final: Final): string[] {
  const problems: string[] = []
  const records = new Map(final.commands.map((record) => [`${record.actorId} ${record.id}`, record.reply]))
  for (const { id, name, person, reply } of history.sent) {
    const record = records.get(`${person} ${id}`)
    if (!record || !reply || mayPass(name, reply)) continue
    if (!equal(record, reply))
      problems.push(`${name} ${id} was answered ${JSON.stringify(reply)} and is recorded as ${JSON.stringify(record)}`)
  }
  for (const { id, name, first, again } of history.repeats) {
    if (!equal(first, again))
      problems.push(`${name} ${id} was answered ${JSON.stringify(first)} and then ${JSON.stringify(again)}`)
  }
  return problems
}

const equal = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
