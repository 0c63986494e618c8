import { createHash } from 'node:crypto'
import type { EntryBody, StreamKind } from '@beckon/shared/model/entry'
import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import type { CommandName, Commands, Payload } from '@beckon/shared/protocol/commands'
import { type Refusal, refuse } from '@beckon/shared/protocol/reply'
import { allowedPageUrl } from '@beckon/shared/rules/page-url'
import type pg from 'pg'
import type { Append } from '../../stores/append-entries.ts'
import { isPushedPage, readPushableOrigins } from '../../stores/read-pages.ts'
import type { SignOn } from './sign-on.ts'

export type LogCommand = {
  [N in CommandName]: Commands[N]['kind'] extends infer K ? ('log' extends K ? N : never) : never
}[CommandName]

type Written = { streamKind: StreamKind; body: EntryBody } | { ok: false; error: Refusal }

/** What each log command writes, and into which kind of stream. */
const written: { [N in LogCommand]: (db: pg.Pool, who: SignOn, payload: Payload<N>) => Written | Promise<Written> } = {
  'message:send': (_db, _who, { text }) => ({ streamKind: 'conversation', body: { kind: 'message', text } }),
  'note:add': (_db, _who, { text }) => ({ streamKind: 'desk', body: { kind: 'note', text } }),
  'call:signal': (_db, _who, { epoch, data }) => ({ streamKind: 'call', body: { kind: 'signal', epoch, data } }),
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
export async function toAppend<N extends LogCommand>(
  db: pg.Pool,
  who: SignOn,
  name: N,
  id: CommandId,
  payload: Payload<N>,
): Promise<Append | { ok: false; error: Refusal }> {
  const made = await written[name](db, who, payload)
  if ('ok' in made) return made
  const { principal } = who
  return {
    ...made,
    streamId: payload.streamId as StreamId,
    id,
    author: { kind: principal.kind === 'customer' ? 'customer' : 'agent', name: who.name },
    authorId: principal.kind === 'customer' ? principal.customerId : principal.agentId,
    hash: hashOf(name, payload, principal.kind === 'customer' ? principal.customerId : principal.agentId),
  }
}

/** Tells whether a command sent again is the same command. */
export const hashOf = (name: CommandName, payload: unknown, actorId: string): string =>
  createHash('sha256').update(`${actorId} ${name} ${JSON.stringify(payload)}`).digest('base64url').slice(0, 22)
