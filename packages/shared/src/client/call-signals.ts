import type { Entry } from '../model/entry.ts'

export interface CallSignals {
  /** Entries of the call's stream, in order. */
  take(entries: readonly Entry[]): void
  /** From now on signals of `epoch` go to `deliver`, first those that came before; older ones are forgotten. */
  connect(epoch: number, deliver: (data: string) => void): void
}

/**
 * The other side's signals. They may come before this side's peer exists, even before its view tells the epoch:
 * they wait here until a peer of their epoch asks for them.
 */
export function createCallSignals(ownSide: 'customer' | 'agent'): CallSignals {
  let waiting: { epoch: number; data: string }[] = []
  let current = 0
  let deliver: (data: string) => void = () => undefined

  function one({ author, body }: Entry): void {
    if (body.kind !== 'signal' || author.kind === ownSide || body.epoch < current) return
    if (body.epoch === current) deliver(body.data)
    else waiting.push({ epoch: body.epoch, data: body.data })
  }

  return {
    take: (entries) => entries.forEach(one),
    connect(epoch, to) {
      current = epoch
      deliver = to
      const due = waiting.filter((signal) => signal.epoch === epoch)
      waiting = waiting.filter((signal) => signal.epoch > epoch)
      for (const { data } of due) to(data)
    },
  }
}
