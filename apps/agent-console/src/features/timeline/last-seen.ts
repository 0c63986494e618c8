import type { Entry } from '@beckon/shared/model/entry'
import { readMark } from '@beckon/shared/rules/read-mark'

export interface LastSeen {
  /** Of the row it stands under. */
  key: string
  seen: boolean
}

/** The last thing staff said to the customer in these streams, and whether the customer has had it before their eyes. */
export function lastSeen(streams: readonly (readonly Entry[])[]): LastSeen | undefined {
  const said = streams.map((entries) =>
    entries.findLast(({ author, body }) => author.kind === 'agent' && body.kind === 'message'),
  )
  const last = said.reduce((one, other) => ((other?.order ?? 0) > (one?.order ?? 0) ? other : one), undefined)
  if (last === undefined) return undefined
  const entries = streams[said.indexOf(last)] ?? []
  return { key: last.id, seen: readMark(entries, 'customer') >= last.seq }
}
