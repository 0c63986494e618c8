import type { AgentId } from '@beckon/shared/model/ids'
import type { AgentRow, InteractionRow, OfferRow } from '../rows.ts'
import type { SiteRules } from '../rules/site-rules.ts'
import type { SiteState } from '../site-state.ts'
import type { Line } from './line.ts'
import { Named } from './named.ts'
import { capacityOf, type Reach, reachesOf, type Standing } from './load.ts'
import { isSameSeat, type Pool, type Seat } from './pool.ts'
import { Pools } from './pools.ts'
import type { Profile } from './requirement.ts'
import { Work } from './work.ts'

interface Seated {
  readonly seat: Seat
  readonly pool: Pool
}

/** What routing knows of an agent. */
interface Known {
  readonly id: AgentId
  readonly work: Work
  /** As they were when they were looked at. */
  agent: AgentRow | undefined
  reaches: readonly Reach[]
  at: readonly Seated[]
  /** What is to be looked at again: what they have in hand, or also who they are and how they can be reached. */
  stale: 'nothing' | 'work' | 'everything'
}

/** Whom to tell of a pool as soon as there is one, and of a language or region that nobody named before. */
interface Listener {
  readonly pool: (pool: Pool) => void
  readonly name: () => void
}

/** The agents of a site, grouped by what they can do. */
export class Staff {
  readonly named = new Named()
  readonly pools: Pools
  readonly #state: SiteState
  readonly #tell: Listener
  readonly #known = new Map<string, Known>()
  #changed: Known[] = []

  constructor(state: SiteState, tell: Listener) {
    this.#state = state
    this.#tell = tell
    this.pools = new Pools(tell.pool)
  }

  /** An interaction is an agent's, or not any more. */
  owns(row: InteractionRow | undefined, by: 1 | -1): void {
    if (!row || row.ownerId === null) return
    const known = this.#knownAs(row.ownerId)
    known.work.own(row, by)
    this.#note(known, 'work')
  }
  rings(row: OfferRow | undefined, by: 1 | -1): void {
    if (!row) return
    const known = this.#knownAs(row.agentId)
    known.work.ring(row, by)
    this.#note(known, 'work')
  }
  /** The agent, what they chose or where they are connected is not what it was. */
  look(agentId: AgentId): void {
    this.#note(this.#knownAs(agentId), 'everything')
  }

  #knownAs(id: AgentId): Known {
    const known = this.#known.get(id)
    if (known) return known
    const made: Known = { id, work: new Work(), agent: undefined, reaches: [], at: [], stale: 'nothing' }
    this.#known.set(id, made)
    return made
  }
  #note(known: Known, stale: 'work' | 'everything'): void {
    if (known.stale === 'nothing') this.#changed.push(known)
    if (known.stale !== 'everything') known.stale = stale
  }

  /** Looks again at whoever has changed; the seats that are not what they were. */
  refresh(): readonly Seated[] {
    if (this.#changed.length === 0) return nobody
    const changed = this.#changed
    const moved: Seated[] = []
    this.#changed = []
    for (const known of changed) {
      const { stale } = known
      known.stale = 'nothing'
      if (stale === 'everything' && !this.#isSeatedAlike(known)) this.#seat(known, moved)
      else this.#seatAgain(known, moved)
    }
    return moved
  }

  /** Takes note of who they are now; false: they need other seats. */
  #isSeatedAlike(known: Known): boolean {
    const before = known.agent
    const agent = this.#state.agents.get(known.id)
    known.agent = agent
    known.reaches = agent ? reachesOf(this.#state, agent) : []
    if (agent && this.named.takes(agent)) this.#tell.name()
    if (!before || !agent || !isSameProfile(before, agent)) return false
    const { at, reaches } = known
    return at.length === reaches.length && at.every(({ seat }, n) => seat.channel === reaches[n]?.channel)
  }

  #seat(known: Known, moved: Seated[]): void {
    const { agent, at, reaches } = known
    this.pools.seatsChanged()
    for (const { seat, pool } of at) pool.remove(seat)
    known.at = agent ? reaches.map((reach) => this.#seated(known, agent, reach)) : []
    for (const seated of known.at) {
      seated.pool.add(seated.seat)
      moved.push(seated)
    }
  }
  #seated({ work }: Known, agent: AgentRow, reach: Reach): Seated {
    return { seat: seatOf(agent, reach, work, this.#state.rules), pool: this.pools.of(reach.channel, agent) }
  }

  #seatAgain({ agent, at, reaches, work }: Known, moved: Seated[]): void {
    if (!agent) return
    for (let n = 0; n < at.length; n++) {
      const seated = at[n]
      const reach = reaches[n]
      if (!seated || !reach) continue
      const now = seatOf(agent, reach, work, this.#state.rules)
      if (isSameSeat(seated.seat, now)) continue
      seated.pool.change(seated.seat, now)
      moved.push(seated)
    }
  }

  seatsOf(agentId: AgentId): readonly Seat[] {
    return this.#known.get(agentId)?.at.map(({ seat }) => seat) ?? []
  }
  seatOf(agentId: string, line: Line): Seat | undefined {
    const found = this.#known.get(agentId)?.at.find(({ seat }) => seat.channel === line.requirement.channel)
    return found?.pool.serves(line) ? found.seat : undefined
  }
}

/** An agent's row is copied when they come and go; what they can do is not, and need not be written out again. */
const isSameProfile = (a: Profile, b: Profile): boolean => columns.every((column) => a[column] === b[column])
const columns = ['roles', 'skills', 'queues', 'languages', 'regions'] as const

const nobody: readonly Seated[] = []

function seatOf(agent: AgentRow, reach: Reach, work: Work, rules: SiteRules): Seat {
  const { channel, lastAssignedAt } = reach
  const slots = capacityOf(agent, channel)
  const used = work.used(channel)
  const load = slots > 0 ? used / slots : 1
  return { agentId: agent.id, channel, standing: standingOf(reach, work, slots, rules), load, lastAssignedAt, slots }
}

/** How they can be reached, unless what they have in hand keeps them from being asked. */
function standingOf({ channel, standing }: Reach, work: Work, slots: number, rules: SiteRules): Standing {
  if (standing !== 'free') return standing
  if (work.ringsFor(channel)) return 'ringing'
  if (work.used(channel) >= slots) return 'full'
  return work.isInterruptedBy(channel, rules) ? 'interrupted' : 'free'
}
