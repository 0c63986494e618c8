import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type AtFaultPoint, type FaultPoint, faultPoints } from '../src/commit/fault-points.ts'

/**
 * `kill`: SIGKILL at the point itself. `kill-soon`: some milliseconds after, while the statement is under way.
 * `stop`: SIGSTOP. `lose`: the database's answer never arrives. `cut`: every database connection breaks. `delay`: slow.
 * `leave`: the node is asked to stop, and does so in good order. `clock`: the machine's clock jumps an hour.
 */
export const faultActions = ['kill', 'kill-soon', 'stop', 'lose', 'cut', 'delay', 'leave', 'clock'] as const
export type FaultAction = (typeof faultActions)[number]

export interface Fault {
  point: FaultPoint
  /** Strikes at this hit of the point, counted from 1 since the fault before it. */
  nth: number
  action: FaultAction
}

const delayMs = 400
const soonMs = 5
const jumpMs = 3_600_000

function jumpClock(byMs: number): void {
  const { now } = Date
  Date.now = () => now() + byMs
}

export const faultsText = (faults: readonly Fault[]): string =>
  faults.map(({ point, nth, action }) => `${point}:${nth}:${action}`).join(',')

export function parseFaults(text: string): Fault[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [point, nth, action] = part.split(':')
      const known = faultPoints.find((one) => one === point)
      const does = faultActions.find((one) => one === action)
      if (known === undefined || does === undefined || !(Number(nth) > 0)) throw new Error(`No fault: ${part}`)
      return { point: known, nth: Number(nth), action: does }
    })
}

/** Strikes one fault after another; says so on standard output first, in one write that a kill cannot tear. */
export function armFaults(faults: readonly Fault[], cutDatabase: () => Promise<void>): AtFaultPoint {
  const left = [...faults]
  let hits = 0
  const strike = async ({ point, action }: Fault): Promise<void> => {
    // Answers already given reach the wire before the process goes.
    if (point.endsWith('-reply')) await new Promise<void>((resolve) => setImmediate(resolve))
    writeSync(1, `fault ${point} ${action}\n`)
    if (action === 'kill') process.kill(process.pid, 'SIGKILL')
    if (action === 'kill-soon') setTimeout(() => process.kill(process.pid, 'SIGKILL'), Math.random() * soonMs)
    if (action === 'stop') process.kill(process.pid, 'SIGSTOP')
    if (action === 'lose') throw new Error('planted: the outcome is unknown')
    if (action === 'cut') await cutDatabase()
    if (action === 'delay') await pause(delayMs)
    if (action === 'clock') jumpClock(Math.random() < 0.5 ? -jumpMs : jumpMs)
  }
  return (point) => {
    const armed = left[0]
    if (armed?.point !== point) return
    hits += 1
    if (hits < armed.nth) return
    left.shift()
    hits = 0
    return strike(armed)
  }
}
