import { childArguments, tell } from '../measure/in-child.ts'
import { openOurs } from './open-ours.ts'
import { openRaw } from './open-raw.ts'
import type { People } from './people.ts'
import { Traffic } from './traffic.ts'

/** The pages of everybody in a process of their own, so that their work is not counted as the server's. */
export interface LoadArguments {
  origin: string
  people: People
  chatsEach: number
  target: 'ours' | 'raw'
}

/** `ratePerS` null: as fast as the replies come back. */
export interface LoadQuestion {
  seconds: number
  inFlight: number
  ratePerS: number | null
}

export interface LoadAnswer {
  /** Acknowledged and arrived at the other side, the rest awaited after the time was up included. */
  messages: number
  perSecond: number
  deliverP50Ms: number
  deliverP99Ms: number
}

const { origin, people, chatsEach, target } = childArguments<LoadArguments>()
const traffic = new Traffic()
const ends =
  target === 'ours'
    ? await openOurs(origin, people, traffic.arrived)
    : await openRaw(origin, people.customers.length, chatsEach, traffic.arrived)
process.on('message', (question: LoadQuestion) => {
  traffic.run(ends, question).then(tell, (error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
tell({ ends: ends.length })
