import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Fault, faultsText } from './faults.ts'

export interface NodeProcess {
  port: number
  /** Its pages are served. */
  ready: Promise<void>
  served(): boolean
  /** `served`: it had been ready. */
  ended: Promise<{ signal: NodeJS.Signals | null; code: number | null; served: boolean }>
  kill(signal: NodeJS.Signals): void
}

export interface NodeEvents {
  fault(point: string, action: string): void
  /** The others had given it up while it was paused. */
  givenUp(): void
  /** A line on its standard error, once it served: of its log, at level error, or of a crash. */
  error(line: string): void
}

/** Starts one node as a process of its own. */
export function startNodeProcess(
  options: { bundle: string; databaseUrl: string; port: number; faults: readonly Fault[]; deaf: boolean },
  events: NodeEvents,
): NodeProcess {
  const { bundle, databaseUrl, port, faults, deaf } = options
  const child: ChildProcess = spawn(process.execPath, [bundle], {
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      FAULTS: faultsText(faults),
      DEAF: deaf ? '1' : '',
    },
    // A process group of its own: Ctrl-C ends the storm, it is no fault.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  if (!child.stdout || !child.stderr) throw new Error('The node has no output')
  let isReady: () => void = () => undefined
  let served = false
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, point = '', action = ''] = line.split(' ')
    if (what === 'ready') {
      served = true
      isReady()
    } else if (what === 'given-up') events.givenUp()
    else if (what === 'fault') events.fault(point, action)
  })
  createInterface({ input: child.stderr }).on('line', (line) => {
    // What it says when there is no database to start on is no news.
    if (served) events.error(line)
  })
  const ended = once(child, 'exit').then(() => ({ code: child.exitCode, signal: child.signalCode, served }))
  return { port, ready, ended, served: () => served, kill: (signal) => void child.kill(signal) }
}
