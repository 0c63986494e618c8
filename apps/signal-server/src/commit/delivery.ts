import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { SiteId, StreamId } from '@beckon/shared/model/ids'
import { personOf } from '@beckon/shared/model/principal'
import type { SiteState } from '../domain/site-state.ts'
import { agentView } from '../domain/views/agent-view.ts'
import { customerView } from '../domain/views/customer-view.ts'
import { AlertWatch } from './alert-watch.ts'
import type { Receiver } from './commit-path.ts'
import type { CommitDeps } from './deps.ts'
import { FollowedStreams } from './followed-streams.ts'
import type { SiteListener } from './site-runner.ts'

interface Seat {
  receiver: Receiver
  streams: Set<StreamId>
}

const watches = ({ principal }: Receiver): boolean =>
  principal.kind === 'staff' && principal.roles.includes('supervisor')

/** Tells this node's pages what was committed, by whichever node: entries first, then the views they belong to. */
export class Delivery implements SiteListener {
  readonly streams: FollowedStreams
  readonly #deps: CommitDeps
  readonly #onMadeAnew: (siteId: SiteId) => void
  readonly #seats = new Map<string, Set<Seat>>()
  /** Sites whose queue may have moved since the last time positions were told. */
  readonly #moved = new Set<SiteId>()
  readonly #alerts = new AlertWatch<Seat>()

  constructor(deps: CommitDeps, onMadeAnew: (siteId: SiteId) => void) {
    this.#deps = deps
    this.#onMadeAnew = onMadeAnew
    this.streams = new FollowedStreams(deps)
  }

  committed(state: SiteState, seers: ReadonlySet<string>, entries: readonly Entry[]): void {
    this.#move(state)
    this.streams.deliver(entries)
    for (const person of seers) {
      for (const seat of this.#seats.get(person) ?? []) this.#tell(state, seat)
    }
  }

  reloaded(state: SiteState): void {
    this.#move(state)
    for (const seats of this.#seats.values()) {
      for (const seat of seats) if (seat.receiver.principal.siteId === state.site.id) this.#tell(state, seat)
    }
  }

  #move({ site: { id } }: SiteState): void {
    this.#moved.add(id)
    this.#alerts.changed(id)
  }

  madeAnew(siteId: SiteId): void {
    this.#onMadeAnew(siteId)
  }

  attach(receiver: Receiver): Seat {
    const person = personOf(receiver.principal)
    const seat: Seat = { receiver, streams: new Set() }
    const seats = this.#seats.get(person)
    if (seats) seats.add(seat)
    else this.#seats.set(person, new Set([seat]))
    if (watches(receiver)) this.#alerts.watch(receiver.principal.siteId, seat)
    return seat
  }

  detach(seat: Seat): void {
    const person = personOf(seat.receiver.principal)
    const seats = this.#seats.get(person)
    seats?.delete(seat)
    if (seats?.size === 0) this.#seats.delete(person)
    this.#alerts.leave(seat.receiver.principal.siteId, seat)
    for (const id of seat.streams) this.streams.forget(id, seat.receiver)
    seat.streams.clear()
  }

  /** Sites whose waiting customers or supervisors should be told where things stand; each is named once. */
  movedSites(): SiteId[] {
    const moved = new Set([...this.#moved, ...this.#alerts.due(this.#deps.clock.now())])
    this.#moved.clear()
    return [...moved]
  }

  /** What changes without a row of theirs: the place of who waits, and what supervisors are alerted to [DL14, QU14]. */
  tellMoved(state: SiteState): void {
    for (const { customerId } of state.routing.waiting()) {
      for (const seat of (customerId && this.#seats.get(customerId)) ?? []) this.#tell(state, seat)
    }
    for (const seat of this.#alerts.look(state, this.#deps.clock.now())) this.#tell(state, seat)
  }

  tell(state: SiteState, seat: Seat): void {
    if (this.#seats.get(personOf(seat.receiver.principal))?.has(seat)) this.#tell(state, seat)
  }

  #tell(state: SiteState, seat: Seat): void {
    const { principal, customer } = seat.receiver
    const now = this.#deps.clock.now()
    if (principal.kind === 'staff') {
      const view = agentView(state, principal.agentId, now)
      if (view) this.#show(seat, view, streamsOfAgent(view))
    } else if (customer) {
      const view = customerView(state, customer, now)
      this.#show(seat, view, streamsOfCustomer(view))
    }
  }

  #show(seat: Seat, view: AgentView | CustomerView, streams: Set<StreamId>): void {
    for (const id of streams) if (!seat.streams.has(id)) this.streams.follow(id, seat.receiver)
    const left = [...seat.streams].filter((id) => !streams.has(id))
    seat.streams = streams
    seat.receiver.view(view)
    for (const id of left) {
      this.streams.unfollow(id, seat.receiver).catch((error: unknown) => {
        this.#deps.log.warn({ err: error }, 'the end of a stream was not read; the next sync will')
      })
    }
  }
}

function streamsOfAgent(view: AgentView): Set<StreamId> {
  const streams = new Set<StreamId>()
  for (const work of view.work) {
    streams.add(work.conversation).add(work.desk)
    if (work.call) streams.add(work.call.streamId)
  }
  return streams
}

function streamsOfCustomer(view: CustomerView): Set<StreamId> {
  const streams = new Set<StreamId>()
  for (const interaction of view.interactions) {
    streams.add(interaction.conversation)
    if (interaction.call) streams.add(interaction.call.streamId)
  }
  return streams
}
