import type { CommandId } from '../model/ids.ts'
import type { CommandName } from '../protocol/commands.ts'
import { type ErrorCode, type Reply, refuse } from '../protocol/reply.ts'
import { backoffMs } from './backoff.ts'
import { kindOf } from './command-kinds.ts'
import type { OutboxStore, PendingCommand } from './outbox-store.ts'

export interface OutboxLine {
  online(): boolean
  emit(name: CommandName, frame: { id: CommandId; payload: unknown }, onReply: (reply: Reply<unknown>) => void): void
  /** No answer came to what was sent at `sentAt` (monotonic milliseconds). */
  unanswered(sentAt: number): void
}

export interface OutboxOptions {
  line: OutboxLine
  /** Server time, epoch milliseconds. */
  now(): number
  /** `pending()` changed. */
  changed(): void
  /** A text that an earlier page left was refused: nobody here waits for its reply. */
  refused?: ((command: PendingCommand, code: ErrorCode) => void) | undefined
  ackTimeoutMs: number
  store: OutboxStore | undefined
}

export interface Outbox {
  /** Settles with the server's reply, once; an id that is waiting already is joined, not sent twice. */
  put(name: CommandName, payload: unknown, id: CommandId): Promise<Reply<unknown>>
  pending(): readonly PendingCommand[]
  /** The line is there (again): everything unknown goes out, in the order it was put. */
  connected(): void
  disconnected(): void
  /** Nothing will be sent any more: answers all but the kept texts, which a later page may send. */
  end(code: ErrorCode): void
}

interface Waiting {
  command: PendingCommand
  /** The stream whose order it keeps: one text of a stream is under way at a time, so that none overtakes another. */
  lane: string | undefined
  /** `resting`: told to come later. */
  state: 'ready' | 'sent' | 'resting'
  /** Counts the frames sent, to tell their replies apart. */
  frame: number
  /** Frames since the line is there. */
  tries: number
  timer: ReturnType<typeof setTimeout> | undefined
  settle: ((reply: Reply<unknown>) => void)[]
}

/** Refusals that say "later", not "no". */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['busy', 'rate-limited', 'unavailable'])
const restMinMs = 500
const restMaxMs = 10_000
/** A store that does not answer must not hold back new texts for longer. */
const loadPatienceMs = 2_000
/** A slow server is asked again ever more slowly, up to this many times the first patience. */
const patienceGrowth = 4

/** Texts keep their order and outlive the page. Signals of a call do neither, nor read marks: the next page makes its own. */
function laneOf(name: CommandName, payload: unknown): string | undefined {
  if (kindOf(name) !== 'log' || name === 'call:signal' || name === 'stream:mark-read') return undefined
  return typeof payload === 'object' && payload !== null && 'streamId' in payload ? String(payload.streamId) : ''
}

const waitingFor = (command: PendingCommand): Waiting => ({
  command,
  lane: laneOf(command.name, command.payload),
  state: 'ready',
  frame: 0,
  tries: 0,
  timer: undefined,
  settle: [],
})

export function createOutbox({ line, now, changed, refused, ackTimeoutMs, store }: OutboxOptions): Outbox {
  let waiting = new Map<CommandId, Waiting>()
  let kept: readonly PendingCommand[] = []
  let loading = store !== undefined

  function publish(): void {
    kept = [...waiting.values()].filter((item) => item.lane !== undefined).map((item) => item.command)
    store?.save(kept)
    changed()
  }

  function remove(item: Waiting, reply: Reply<unknown>): void {
    waiting.delete(item.command.id)
    for (const settle of item.settle) settle(reply)
    if (!reply.ok && item.settle.length === 0) refused?.(item.command, reply.error.code)
    if (item.lane !== undefined) publish()
    pump()
  }

  function wake(item: Waiting): void {
    item.state = 'ready'
    pump()
  }

  function heard(item: Waiting, frame: number, reply: Reply<unknown>): void {
    if (waiting.get(item.command.id) !== item) return
    // A later frame of the same command may still be accepted: only its own refusal counts.
    if (!reply.ok && frame !== item.frame) return
    clearTimeout(item.timer)
    const later = !reply.ok && passing.has(reply.error.code) && kindOf(item.command.name) !== 'site'
    if (!later) return remove(item, reply)
    item.state = 'resting'
    item.timer = setTimeout(wake, backoffMs(item.tries - 1, restMinMs, restMaxMs), item)
  }

  function transmit(item: Waiting): void {
    item.state = 'sent'
    item.frame += 1
    item.tries += 1
    const { frame } = item
    const sentAt = performance.now()
    item.timer = setTimeout(() => {
      line.unanswered(sentAt)
      wake(item)
    }, ackTimeoutMs * Math.min(item.tries, patienceGrowth))
    const { id, name, payload } = item.command
    line.emit(name, { id, payload }, (reply) => heard(item, frame, reply))
  }

  /** Questions first, then commands as they were put; of each lane only the foremost. */
  function pump(): void {
    const all = [...waiting.values()]
    const isRead = (item: Waiting) => kindOf(item.command.name) === 'read'
    const taken = new Set<string>()
    for (const item of [...all.filter(isRead), ...all.filter((other) => !isRead(other))]) {
      const held = item.lane !== undefined && (loading || taken.has(item.lane))
      if (item.lane !== undefined) taken.add(item.lane)
      if (item.state === 'ready' && !held && line.online()) transmit(item)
    }
  }

  /** What an earlier page left unsent goes before anything of this one. */
  function prepend(left: readonly PendingCommand[]): void {
    const known = left.filter(({ id, name, payload }) => laneOf(name, payload) !== undefined && !waiting.has(id))
    waiting = new Map([...known.map((command) => [command.id, waitingFor(command)] as const), ...waiting])
    if (known.length > 0) publish()
  }

  async function load(from: OutboxStore): Promise<void> {
    const patience = setTimeout(open, loadPatienceMs)
    try {
      prepend(await from.load())
    } catch (error) {
      console.warn('Unsent texts of an earlier page could not be read.', error)
    }
    clearTimeout(patience)
    open()
  }

  function open(): void {
    loading = false
    pump()
  }

  function disconnected(): void {
    for (const item of waiting.values()) {
      clearTimeout(item.timer)
      item.state = 'ready'
      item.tries = 0
    }
  }

  if (store !== undefined) void load(store)

  return {
    put(name, payload, id) {
      const known = waiting.get(id)
      const item = known ?? waitingFor({ id, name, payload, at: now() })
      const reply = new Promise<Reply<unknown>>((resolve) => item.settle.push(resolve))
      if (known === undefined) {
        waiting.set(id, item)
        if (item.lane !== undefined) publish()
        pump()
      }
      return reply
    },
    pending: () => kept,
    connected: pump,
    disconnected,
    end(code) {
      disconnected()
      for (const item of waiting.values()) if (item.lane === undefined) remove(item, refuse(code))
    },
  }
}
