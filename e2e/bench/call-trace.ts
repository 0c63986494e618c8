import type { Page } from '@playwright/test'
import { median } from '@beckon/signal-server/bench/measure/median'
import { takeMarks, watchMarks } from './watch-marks.ts'

/** Where the time of a call goes: when each thing first happened after the customer's click, over all calls. */
export class CallTrace {
  readonly #times = new Map<string, number[]>()
  #calls = 0

  /** Before the page is opened. */
  watch(page: Page): Promise<void> {
    return watchMarks(page)
  }

  /** What went before is of no interest. */
  async begin(agent: Page): Promise<void> {
    await takeMarks(agent, '/')
  }

  async end({ customer, agent }: { customer: Page; agent: Page }, path: string, tookMs: number): Promise<void> {
    const hers = await takeMarks(customer, path)
    const clickedAt = hers.findLast(({ what }) => what === 'click')?.at ?? 0
    this.#calls += 1
    const until = clickedAt + tookMs
    const seen = new Set<string>()
    for (const [who, marks] of [['customer', hers] as const, ['agent', await takeMarks(agent, '/')] as const]) {
      for (const { what, at } of marks) {
        const name = `${who.padEnd(8)} ${what}`
        if (at < clickedAt || at > until || seen.has(name)) continue
        seen.add(name)
        this.#add(name, at - clickedAt)
      }
    }
    this.#add('customer hears', tookMs)
  }

  #add(name: string, ms: number): void {
    const times = this.#times.get(name)
    if (times === undefined) this.#times.set(name, [ms])
    else times.push(ms)
  }

  /** Medians in milliseconds, in their order, of what happened in most calls. */
  table(): string {
    return [...this.#times]
      .filter(([, times]) => times.length * 2 > this.#calls)
      .map(([name, times]) => ({ name, ms: median(times) }))
      .sort((one, other) => one.ms - other.ms)
      .map(({ name, ms }) => `${ms.toFixed(0).padStart(6)} ms  ${name}`)
      .join('\n')
  }
}
