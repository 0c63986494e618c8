import { createReadMarker, type ReadMarker } from '@beckon/shared/client/read-marker'
import type { ConsoleConnection } from './connection-context.ts'

const markers = new WeakMap<ConsoleConnection, ReadMarker>()

/** What this page has had before the agent's eyes, told to the customer and to the agent's other pages. */
export function readMarks(connection: ConsoleConnection): ReadMarker {
  const known = markers.get(connection)
  if (known !== undefined) return known
  // A refusal says that the conversation is over or another's: there is nobody left to tell.
  const made = createReadMarker(
    'agent',
    (streamId, upTo) => void connection.send('stream:mark-read', { streamId, upTo }),
  )
  markers.set(connection, made)
  return made
}
