import type { StreamId, TabId } from '@beckon/shared/model/ids'
import type { CommandFrame, CommandName, Payload } from '@beckon/shared/protocol/commands'
import { personOf } from '@beckon/shared/model/principal'
import { commands } from '@beckon/shared/protocol/commands'
import { ok, type Reply, refuse } from '@beckon/shared/protocol/reply'
import { can } from '@beckon/shared/rules/permissions'
import type pg from 'pg'
import type { CommitPath } from '../../commit/commit-path.ts'
import { talksIn } from '../../domain/interaction/talks-in.ts'
import type { WireSiteCommand } from '../../domain/site-command.ts'
import type { Clock } from '../../runtime/clock.ts'
import type { Append } from '../../stores/append-entries.ts'
import { hashOf, type LogCommand, type Refused, toAppend } from './log-commands.ts'
import { storable } from '../storable.ts'
import { Frame, isShallow } from './frame.ts'
import type { SignOn } from './sign-on.ts'
import { syncStream } from './sync-stream.ts'

export interface ExecuteDeps {
  db: pg.Pool
  commits: CommitPath
  clock: Clock
  /** True while the process cannot keep up: new contacts are refused, running ones never. */
  overloaded(): boolean
}

export interface Asker {
  signOn: SignOn
  tabId: TabId
  /** Its first view has been sent, so that its streams are followed. */
  seated: Promise<unknown>
}

/** One command from the wire to its reply: shape, right, then the commit path or a query. */
export function execute<N extends CommandName>(
  deps: ExecuteDeps,
  asker: Asker,
  name: N,
  input: unknown,
): Reply<unknown> | Promise<Reply<unknown>> {
  if (!isShallow(input)) return refuse('invalid', 'nested too deep')
  const frame = Frame.safeParse(input)
  if (!frame.success) return refuse('invalid', 'expected { id, payload }')
  if (!can(asker.signOn.principal, name)) return refuse('forbidden')
  const parsed = commands[name].payload.safeParse(storable(frame.data.payload))
  if (!parsed.success) return refuse('invalid', parsed.error.issues[0]?.path.join('.') ?? '')
  if (name === 'contact:request' && deps.overloaded()) return refuse('busy')
  return perform(deps, asker, name, { id: frame.data.id, payload: parsed.data as Payload<N> })
}

function perform<N extends CommandName>(
  deps: ExecuteDeps,
  asker: Asker,
  name: N,
  frame: CommandFrame<N>,
): Reply<unknown> | Promise<Reply<unknown>> {
  switch (commands[name].kind) {
    case 'site':
      return runSite(deps, asker, name as WireSiteCommand, frame as CommandFrame<WireSiteCommand>)
    case 'log':
      return appendLog(deps, asker, name as LogCommand, frame as CommandFrame<LogCommand>)
    case 'read':
      return sync(deps, asker, frame.payload as Payload<'stream:sync'>)
    case 'hint':
      return startTyping(deps, asker, frame.payload as Payload<'typing:start'>)
  }
}

function runSite<N extends WireSiteCommand>(
  { commits }: ExecuteDeps,
  { signOn, tabId }: Asker,
  name: N,
  { id, payload }: CommandFrame<N>,
): Promise<Reply<unknown>> {
  const by = signOn.principal
  const actorId = personOf(by)
  const key = { actorId, id, hash: hashOf(name, payload, actorId) }
  return commits.run(by.siteId, { name, by, tabId, payload: payload as never }, key)
}

/** What a customer says; reading along and a call's signals are no words. */
const speaks: ReadonlySet<LogCommand> = new Set(['message:send', 'file:send', 'page:answer'])

/** A message needs no query before it is written, so nothing is awaited for it. */
function appendLog<N extends LogCommand>(
  { db, commits }: ExecuteDeps,
  { signOn }: Asker,
  name: N,
  { id, payload }: CommandFrame<N>,
): Reply<unknown> | Promise<Reply<unknown>> {
  const { principal } = signOn
  const write = (append: Append | Refused) => ('ok' in append ? append : commits.append(append))
  const append = toAppend(db, signOn, name, id, payload)
  const reply = append instanceof Promise ? append.then(write) : write(append)
  if (principal.kind !== 'customer' || !speaks.has(name)) return reply
  return Promise.resolve(reply).then((told) => {
    if (told.ok) commits.written(principal.siteId, principal.customerId, payload.streamId as StreamId)
    return told
  })
}

/** What is written after the answer must be delivered: the stream is followed first, unless it is over by then. */
async function sync(
  { db, commits, clock }: ExecuteDeps,
  { signOn, seated }: Asker,
  payload: Payload<'stream:sync'>,
): Promise<Reply<unknown>> {
  await seated
  const reply = await syncStream(db, signOn.principal, clock.now(), payload)
  if (reply.ok) commits.synced(payload.streamId, reply.value.head)
  return reply
}

/** Who asks at every few keys is looked up in memory, not in the database. */
async function startTyping(
  { commits }: ExecuteDeps,
  { signOn }: Asker,
  { streamId }: Payload<'typing:start'>,
): Promise<Reply<unknown>> {
  const { principal } = signOn
  const found = await commits.read(principal.siteId, (state) => talksIn(state, principal, streamId))
  if (!found.ok || !found.value) return refuse('not-found')
  commits.type({ streamId, by: principal.kind === 'customer' ? 'customer' : 'agent' })
  return ok(null)
}
