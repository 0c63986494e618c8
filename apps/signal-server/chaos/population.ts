import type pg from 'pg'
import { seedSite } from '../testing/seed-site.ts'
import type { Actor } from './actor.ts'
import { createAgent } from './agent.ts'
import { createCustomer } from './customer.ts'
import { type Door, openDoor } from './door.ts'
import { type History, newHistory } from './history.ts'
import type { Random } from './random.ts'
import { setRules } from './routing-rules.ts'
import { tokenOf } from './test-sign-on.ts'
import { createWords } from './words.ts'

/** The people of one site, each with a door of their own, and the record of what they do. */
export interface Population {
  siteId: string
  siteKey: string
  history: History
  actors: Actor[]
  /** Dead lines end, so that whoever holds one comes back without waiting for the heartbeat (12 s). */
  thaw(): void
  calm(): void
  close(): Promise<void>
}

export interface Size {
  agents: number
  customers: number
}

const canaryOf = (siteKey: string): string => `canary-of-${siteKey}`

/** Two sites of one database: what one says must never reach the other. */
export async function populate(
  db: pg.Pool,
  ports: readonly [number, number],
  random: Random,
  sizes: readonly [Size, Size],
): Promise<[Population, Population]> {
  const [one, other] = [await site(db, sizes[0]), await site(db, sizes[1])]
  return [await people(one, other.key, ports, random), await people(other, one.key, ports, random)]
}

type Seeded = Awaited<ReturnType<typeof seedSite>>

async function site(db: pg.Pool, size: Size): Promise<Seeded> {
  const seeded = await seedSite(db, size)
  await db.query(`insert into site_origins (site_id, origin) values ($1, 'https://host.example')`, [seeded.siteId])
  await setRules(db, seeded)
  return seeded
}

async function people(
  seeded: Seeded,
  otherKey: string,
  ports: readonly [number, number],
  random: Random,
): Promise<Population> {
  const history = newHistory()
  const words = createWords(canaryOf(seeded.key))
  const doors: Door[] = []
  let calm = false
  const tap = (person: string) => ({
    forbidden: canaryOf(otherKey),
    leaked: () => void history.leaks.push(person),
    wentBack: (from: number, to: number) => void history.wentBack.push(`${person} was shown ${to} after ${from}`),
    stream: (id: string) => {
      const heard = history.heard.get(person) ?? new Set()
      history.heard.set(person, heard.add(id))
    },
  })
  const options = async (kind: 'customer' | 'staff', person: string) => {
    const door = await openDoor(ports, random.fork(), tap(person))
    doors.push(door)
    return { history, door, site: seeded.key, person, token: tokenOf(kind, person), random: random.fork() }
  }
  const actors: Actor[] = []
  for (const id of seeded.agents) actors.push(createAgent(await options('staff', id), words, () => calm))
  for (const id of seeded.customers) actors.push(createCustomer(await options('customer', id), words))
  return {
    siteId: seeded.siteId,
    siteKey: seeded.key,
    history,
    actors,
    thaw() {
      for (const door of doors) door.thaw()
    },
    calm() {
      calm = true
      for (const actor of actors) actor.calm()
    },
    async close() {
      for (const actor of actors) actor.close()
      await Promise.all(doors.map((door) => door.close()))
    },
  }
}
