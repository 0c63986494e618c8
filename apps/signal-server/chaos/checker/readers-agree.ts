import type { Final, FinalStream } from '../final.ts'
import type { History, Read } from '../history.ts'
import { groupBy } from './group-by.ts'
import { peopleOf } from './people-of.ts'

/**
 * Every reader was given the log itself from the first entry on: same order, no hole, nothing foreign; and all of it
 * where they may read to the end: customers their own streams, agents what they owned last. The signals of a call that
 * is over are nobody's to ask for, so an agent may miss their end.
 */
export function readersAgree(history: History, final: Final): string[] {
  const problems: string[] = []
  const logs = groupBy(final.entries, (entry) => entry.streamId)
  const streams = new Map(final.streams.map((stream) => [stream.id, stream]))
  const people = peopleOf(final)
  for (const read of history.reads) {
    const stream = streams.get(read.streamId)
    if (!stream) {
      problems.push(`${read.page} was given a stream ${read.streamId} that is not of the site`)
      continue
    }
    const log = logs.get(read.streamId) ?? []
    const wrong = read.entries.findIndex((entry, i) => entry.id !== log[i]?.id || entry.seq !== i + 1)
    if (wrong >= 0) problems.push(`${read.page} was given another entry as ${wrong + 1} of ${read.streamId}`)
    else if (reachesEnd(read, stream, final) && read.entries.length < log.length) {
      problems.push(
        `${read.page} was given ${read.entries.length} of ${log.length} entries of ${stream.kind} ${stream.id}`,
      )
    }
    if (read.entries.length > 0 && people.get(read.streamId)?.has(read.person) !== true) {
      problems.push(`${read.page} read ${read.streamId}, which is not theirs`)
    }
  }
  return problems
}

/** Whether this reader must have been given everything, if their page was still open. */
export function reachesEnd(read: Read, stream: FinalStream, final: Final): boolean {
  if (read.closed) return false
  const interaction = final.interactions.find(({ id }) => id === stream.interactionId)
  if (interaction?.customerId === read.person) return true
  return interaction?.ownerId === read.person && stream.kind !== 'call'
}
