import { hash } from 'node:crypto'
import type { EntryBody, StreamKind } from '@beckon/shared/model/entry'
import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import type { CommandName, Commands, Payload } from '@beckon/shared/protocol/commands'
import { type Refusal, refuse } from '@beckon/shared/protocol/reply'
import { allowedPageUrl } from '@beckon/shared/rules/page-url'
import type pg from 'pg'
import type { Append } from '../../stores/append-entries.ts'
import { readSendableFile } from '../../stores/sendable-file.ts'
import { isPushedPage, readPushableOrigins } from '../../stores/read-pages.ts'
import type { SignOn } from './sign-on.ts'

export type LogCommand = {
  [N in CommandName]: Commands[N]['kind'] extends infer K ? ('log' extends K ? N : never) : never
}[CommandName]

export type Refused = { ok: false; error: Refusal }
type Written = { streamKind: StreamKind; body: EntryBody } | Refused

/** What each log command writes, and into which kind of stream. */
const written: {
  [N in LogCommand]: (db: pg.Pool, who: SignOn, payload: Payload<N>, id: CommandId) => Written | Promise<Written>
} = {
  'message:send': (_db, _who, { text }) => ({ streamKind: 'conversation', body: { kind: 'message', text } }),
  'note:add': (_db, _who, { text }) => ({ streamKind: 'desk', body: { kind: 'note', text } }),
  'stream:mark-read': (_db, _who, { upTo }) => ({ streamKind: 'conversation', body: { kind: 'read', upTo } }),
  'call:signal': (_db, _who, { epoch, data }) => ({ streamKind: 'call', body: { kind: 'signal', epoch, data } }),
  'file:send': async (db, { principal }, { streamId }, id) => {
    const file = await readSendableFile(db, principal, id, streamId)
    if (!file) return refuse('not-found')
    const { streamKind, name, type, size } = file
    return { streamKind, body: { kind: 'file', fileId: id, name, type, size, note: streamKind === 'desk' } }
  },
  'page:push': async (db, who, { url, title }) => {
    const href = allowedPageUrl(url, await readPushableOrigins(db, who.principal.siteId))
    if (href === undefined) return refuse('page-not-allowed')
    return { streamKind: 'conversation', body: { kind: 'page-pushed', url: href, title } }
  },
  'page:answer': async (db, _who, { streamId, pushId, outcome }) => {
    if (!(await isPushedPage(db, streamId, pushId))) return refuse('not-found')
    return { streamKind: 'conversation', body: { kind: 'page-answered', pushId, outcome } }
  },
}

/** The entry a log command asks for, or why not. */
export function toAppend<N extends LogCommand>(
  db: pg.Pool,
  who: SignOn,
  name: N,
  id: CommandId,
  payload: Payload<N>,
): Append | Refused | Promise<Append | Refused> {
  const { principal } = who
  const [kind, authorId] =
    principal.kind === 'customer'
      ? (['customer', principal.customerId] as const)
      : (['agent', principal.agentId] as const)
  const complete = (made: Written): Append | Refused => {
    if ('ok' in made) return made
    const { streamKind, body } = made
    const streamId = payload.streamId as StreamId
    return {
      streamId,
      streamKind,
      id,
      author: { kind, name: who.name },
      authorId,
      body,
      hash: hashOf(name, payload, authorId),
    }
  }
  const made = written[name](db, who, payload, id)
  return made instanceof Promise ? made.then(complete) : complete(made)
}

/** Tells whether a command sent again is the same command. */
export const hashOf = (name: CommandName, payload: unknown, actorId: string): string =>
  hash('sha256', `${actorId} ${name} ${JSON.stringify(payload)}`, 'base64url').slice(0, 22)
