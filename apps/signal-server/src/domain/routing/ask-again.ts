import type { InteractionId } from '@beckon/shared/model/ids'
import type { InteractionRow } from '../rows.ts'
import { byName, type Order, SortedList } from '../sorted-list.ts'
import type { Line } from './line.ts'

/** Somebody who let a contact pass by may be asked again. */
export interface AskAgain {
  at: number
  line: Line | null
  id: InteractionId
  agentId: string
}

const order: Order<AskAgain> = {
  key: ({ at }) => at,
  tie: (a, b) => byName(a.id, b.id) || byName(a.agentId, b.agentId),
}

const nobody: readonly AskAgain[] = []
/** Of all who let a contact pass by. */
export function asksAgain(line: Line, { id, passedBy, status }: InteractionRow): readonly AskAgain[] {
  if (status !== 'queued') return nobody
  let asked: AskAgain[] | undefined
  for (const agentId in passedBy) {
    asked ??= []
    asked.push({ at: passedBy[agentId] ?? 0, line, id, agentId })
  }
  return asked ?? nobody
}

/** When who let a contact pass by may be asked again, in order. */
export class AskAgainList {
  readonly #list = new SortedList<AskAgain>(order)

  add(asked: readonly AskAgain[]): void {
    for (const each of asked) this.#list.add(each)
  }
  remove(asked: readonly AskAgain[]): void {
    for (const each of asked) this.#list.remove(each)
  }
  /** The first one later than an instant. */
  after(at: number): AskAgain | undefined {
    return this.#list.size === 0 ? undefined : this.#list.after({ at, line: null, id: last, agentId: last })
  }
  /** Lines in which it became possible after one instant and up to another. */
  *between(from: number, to: number): Generator<Line> {
    for (let due = this.after(from); due && due.at <= to; due = this.#list.after(due)) if (due.line) yield due.line
  }
}

/** After every id. */
const last = '\uffff' as InteractionId
