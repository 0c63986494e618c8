import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../src/runtime/free-port.ts'
import type { Fault } from './faults.ts'
import { type NodeProcess, startNodeProcess } from './node-process.ts'
import { count, countError, newTally, type Tally } from './tally.ts'

export interface Life {
  faults: readonly Fault[]
  deaf: boolean
  /** A node that has not come to its last fault by then is killed where it stands. */
  longestMs: number
}

/** Two node processes on one database; whichever dies is started again at once, on its port. */
export interface TwoNodes {
  ports: readonly [number, number]
  tally: Tally
  /** From the next life on each node is given what `next` says. */
  storm(next: () => Life): void
  /** No more faults: paused nodes go on, those with a fault before them are replaced. Resolves when both serve. */
  calm(): Promise<void>
  node(index: 0 | 1): NodeProcess
  close(): Promise<void>
}

const longestStartMs = 15_000
/** A paused node sleeps long enough to be given up by the other (4 s). */
const pausedMs = 5_000

export async function startTwoNodes(bundle: string, databaseUrl: string): Promise<TwoNodes> {
  const ports = [await freePort(), await freePort()] as const
  const tally = newTally()
  let next: (() => Life) | undefined
  let closed = false
  const lives: NodeProcess[] = []

  function live(index: 0 | 1): NodeProcess {
    const life = next?.() ?? { faults: [], deaf: false, longestMs: Number.POSITIVE_INFINITY }
    let killed = false
    let paused = false
    let asked = false
    const node = startNodeProcess(
      { bundle, databaseUrl, port: ports[index], ...life },
      {
        fault(point, action) {
          if (action.startsWith('kill')) {
            killed = true
            count(tally.kills, point)
            return
          }
          count(tally.others, `${point} ${action}`)
          if (action === 'leave') {
            asked = true
            node.kill('SIGTERM')
          }
          if (action !== 'stop') return
          paused = true
          setTimeout(() => {
            paused = false
            node.kill('SIGCONT')
          }, pausedMs)
        },
        givenUp: () => {
          tally.givenUp += 1
        },
        error: (line) => countError(tally, line),
      },
    )
    if (life.faults.length > 0) {
      const watch = (): void => {
        if (paused) setTimeout(watch, life.longestMs)
        else node.kill('SIGKILL')
      }
      let timer = setTimeout(watch, longestStartMs)
      void node.ready.then(() => {
        clearTimeout(timer)
        timer = setTimeout(watch, life.longestMs)
      })
      void node.ended.then(() => clearTimeout(timer))
    }
    void node.ended.then(({ signal, code, served }) => {
      // One that finds no database at its start gives up, as it should.
      if (signal !== 'SIGKILL' && !served) tally.notStarted += 1
      else if (asked && code === 0) tally.stopped += 1
      else if (signal !== 'SIGKILL') tally.crashes.push(`node ${index} ended with ${code ?? signal}`)
      else if (!killed) tally.unaimed += 1
      if (!closed) lives[index] = live(index)
    })
    return node
  }

  lives.push(live(0), live(1))
  const node = (index: 0 | 1): NodeProcess => {
    const life = lives[index]
    if (!life) throw new Error('There are two nodes')
    return life
  }
  /** One that finds no database yet is started again, so its end counts as well as its beginning. */
  const bothReady = async (): Promise<void> => {
    while (!closed && (!node(0).served() || !node(1).served())) {
      await Promise.all([0, 1].map((index) => Promise.race([node(index as 0 | 1).ready, node(index as 0 | 1).ended])))
    }
  }
  await bothReady()
  const replace = async (): Promise<void> => {
    for (const index of [0, 1] as const) {
      const before = node(index)
      before.kill('SIGKILL')
      await before.ended
    }
    // The next life begins when the end of the last one is heard of.
    await pause(0)
    await bothReady()
  }
  return {
    ports,
    tally,
    node,
    storm(plan) {
      next = plan
      for (const life of lives) life.kill('SIGKILL')
    },
    async calm() {
      next = undefined
      await replace()
    },
    async close() {
      closed = true
      for (const life of lives) life.kill('SIGKILL')
      await Promise.all(lives.map((life) => life.ended))
    },
  }
}
