import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentId, CustomerId, InteractionId, NodeId } from '@beckon/shared/model/ids'
import { IndexBy } from './index-by.ts'
import { DueIndex } from './liveness/due-index.ts'
import { RoutingIndex } from './routing/routing-index.ts'
import { defaultSettings } from './rules/default-settings.ts'
import { SiteRules } from './rules/site-rules.ts'
import type {
  AgentRow,
  CallRow,
  ChoiceRow,
  CustomerRow,
  DataSessionRow,
  DialogueRow,
  InteractionRow,
  OfferRow,
  PaceRow,
  PresenceRow,
  Rows,
  SettingsRow,
  SiteInfo,
  SiteLists,
  SubjectRow,
  TabRow,
  Table,
} from './rows.ts'

/** Whether a row still matters to routing; one that does not leaves memory and stays in the database. */
const lives: { [T in Table]: (row: Rows[T]) => boolean } = {
  settings: () => true,
  paces: () => true,
  customers: (row) => row.mergedInto === null,
  agents: (row) => row.disabledAt === null,
  presences: (row) => row.removedAt === null,
  tabs: (row) => row.closedAt === null,
  dialogues: () => false,
  dataSessions: () => true,
  interactions: (row) => row.status !== 'closed',
  offers: (row) => row.status === 'pending',
  calls: (row) => row.state !== 'ended',
}

const nameOf = ({ kind, key }: ChoiceRow): string => `${kind} ${key}`
const namesOf = (choices: readonly ChoiceRow[]): ReadonlySet<string> => new Set(choices.map(nameOf))

/** One site's live rows and the indexes over them. `put` is the only way in: start, decision, undo, catch-up. */
export class SiteState {
  site: SiteInfo
  subjects: ReadonlyMap<string, SubjectRow>
  #choices: ReadonlySet<string>
  /** The committed version these rows are of. */
  version: number

  readonly settings = new Map<string, SettingsRow>()
  readonly paces = new Map<string, PaceRow>()
  readonly customers = new Map<string, CustomerRow>()
  readonly agents = new Map<string, AgentRow>()
  readonly presences = new Map<string, PresenceRow>()
  readonly tabs = new Map<string, TabRow>()
  readonly dialogues = new Map<string, DialogueRow>()
  readonly dataSessions = new Map<string, DataSessionRow>()
  readonly interactions = new Map<string, InteractionRow>()
  readonly offers = new Map<string, OfferRow>()
  readonly calls = new Map<string, CallRow>()

  readonly #byCustomer = new IndexBy<InteractionRow, string>((row) => row.customerId ?? undefined)
  readonly #tasksOf = new IndexBy<InteractionRow, string>((row) => row.task?.customer?.id)
  readonly #agentsByHandle = new IndexBy<AgentRow, string>((row) => row.handle ?? undefined)
  readonly #byOwner = new IndexBy<InteractionRow, string>((row) => row.ownerId ?? undefined)
  readonly #parkedBy = new IndexBy<InteractionRow, string>((row) =>
    row.status === 'parked' ? (row.preferredAgentId ?? undefined) : undefined,
  )
  readonly #plannedAgents = new IndexBy<AgentRow, true>((row) => (row.nextReason === null ? undefined : true))
  readonly #offersByAgent = new IndexBy<OfferRow, string>((row) => row.agentId)
  readonly #callByInteraction = new IndexBy<CallRow, string>((row) => row.interactionId)
  readonly #presenceByAgent = new IndexBy<PresenceRow, string>((row) => row.agentId)
  readonly #tabsByPerson = new IndexBy<TabRow, string>((row) => row.agentId ?? row.customerId ?? undefined)
  readonly #tabsByNode = new IndexBy<TabRow, string>((row) => row.nodeId)

  readonly #indexes = {
    settings: [],
    paces: [],
    customers: [],
    agents: [this.#plannedAgents, this.#agentsByHandle],
    presences: [this.#presenceByAgent],
    tabs: [this.#tabsByPerson, this.#tabsByNode],
    dialogues: [],
    dataSessions: [],
    interactions: [this.#byCustomer, this.#tasksOf, this.#byOwner, this.#parkedBy],
    offers: [this.#offersByAgent],
    calls: [this.#callByInteraction],
  }

  /** Who waits and who is free; what is due and when. Both follow from the rows. */
  readonly routing = new RoutingIndex(this)
  readonly due = new DueIndex(this)
  #rules: SiteRules | undefined

  constructor(site: SiteInfo, { subjects, choices }: SiteLists, version: number) {
    this.site = site
    this.subjects = new Map(subjects.map((subject) => [subject.key, subject]))
    this.#choices = namesOf(choices)
    this.version = version
  }

  get rules(): SiteRules {
    this.#rules ??= new SiteRules(this.settings.get(this.site.id)?.routing ?? defaultSettings)
    return this.#rules
  }

  /** Whether the site lets its staff choose it now. */
  isChoice(kind: ChoiceRow['kind'], key: string): boolean {
    return this.#choices.has(nameOf({ kind, key }))
  }

  /** What administrators set is read anew with every catch-up; true when routing may differ. */
  configure(site: SiteInfo, { subjects, choices }: SiteLists): boolean {
    const before = JSON.stringify([this.site, ...this.subjects.values()])
    this.site = site
    this.subjects = new Map(subjects.map((subject) => [subject.key, subject]))
    this.#choices = namesOf(choices)
    return before !== JSON.stringify([site, ...subjects])
  }

  get<T extends Table>(table: T, id: string): Rows[T] | undefined {
    return (this[table] as Map<string, Rows[T]>).get(id)
  }

  /** Takes a row in, or out when it no longer lives; tells which one was there. */
  put<T extends Table>(table: T, row: Rows[T]): Rows[T] | undefined {
    return this.#replace(table, row.id, lives[table](row) ? row : undefined)
  }

  /** Forgets a row that was never committed. */
  drop(table: Table, id: string): void {
    this.#replace(table, id, undefined)
  }

  #replace<T extends Table>(table: T, id: string, after: Rows[T] | undefined): Rows[T] | undefined {
    const map = this[table] as Map<string, Rows[T]>
    const before = map.get(id)
    if (after) map.set(id, after)
    else map.delete(id)
    for (const index of this.#indexesOf(table)) index.move(before, after)
    if (table === 'settings') this.#rules = undefined
    this.routing.changed(table, before, after)
    this.due.changed(table, before, after)
    return before
  }

  #indexesOf<T extends Table>(table: T): readonly IndexBy<Rows[T], never>[] {
    return this.#indexes[table] as unknown as readonly IndexBy<Rows[T], never>[]
  }

  /** After the end is committed: the customer is read again with their next contact, which has a new session. */
  release(ended: InteractionRow): void {
    if (ended.customerId === null || ended.dataSessionId === null) return
    const open = this.interactionsOf(ended.customerId)
    if (open.length === 0) this.customers.delete(ended.customerId)
    // A call and the chat it grew out of share one; what became another customer's since is looked for there.
    const { customerId } = this.dataSessions.get(ended.dataSessionId) ?? ended
    const shared = this.interactionsOf(customerId).some((row) => row.dataSessionId === ended.dataSessionId)
    if (!shared) this.dataSessions.delete(ended.dataSessionId)
  }

  /** None of nobody's. */
  interactionsOf(customerId: CustomerId | null): InteractionRow[] {
    return customerId === null ? [] : this.#rows(this.interactions, this.#byCustomer.get(customerId))
  }
  /** Left of a customer, who knows nothing of them. */
  tasksOf(customerId: CustomerId): InteractionRow[] {
    return this.#rows(this.interactions, this.#tasksOf.get(customerId))
  }
  /** Whom pages know by this handle. */
  agentNamed(handle: string): AgentRow | undefined {
    return this.#rows(this.agents, this.#agentsByHandle.get(handle))[0]
  }
  customerOf({ customerId }: InteractionRow): CustomerRow | undefined {
    return customerId === null ? undefined : this.customers.get(customerId)
  }
  dataSessionOf({ dataSessionId }: InteractionRow): DataSessionRow | undefined {
    return dataSessionId === null ? undefined : this.dataSessions.get(dataSessionId)
  }
  ownedBy(agentId: AgentId): InteractionRow[] {
    return this.#rows(this.interactions, this.#byOwner.get(agentId))
  }
  /** What an agent has put off. */
  parkedBy(agentId: AgentId): InteractionRow[] {
    return this.#rows(this.interactions, this.#parkedBy.get(agentId))
  }
  /** Who will be unavailable when their work is done. */
  agentsWithPlans(): AgentRow[] {
    return this.#rows(this.agents, this.#plannedAgents.get(true))
  }
  offersTo(agentId: AgentId): OfferRow[] {
    return this.#rows(this.offers, this.#offersByAgent.get(agentId))
  }
  callOf(interactionId: InteractionId): CallRow | undefined {
    return this.#rows(this.calls, this.#callByInteraction.get(interactionId))[0]
  }
  presencesOf(agentId: AgentId): PresenceRow[] {
    return this.#rows(this.presences, this.#presenceByAgent.get(agentId))
  }
  presencesOn(agentId: AgentId, channel: MediaKind): PresenceRow[] {
    return this.presencesOf(agentId).filter((row) => row.channel === channel)
  }
  /** Whether it is one of theirs at all. */
  hasChannel(agentId: AgentId, channel: MediaKind): boolean {
    return this.presencesOf(agentId).some((row) => row.channel === channel)
  }
  tabsOf(person: AgentId | CustomerId): TabRow[] {
    return this.#rows(this.tabs, this.#tabsByPerson.get(person))
  }
  tabsOn(nodeId: NodeId): TabRow[] {
    return this.#rows(this.tabs, this.#tabsByNode.get(nodeId))
  }

  #rows<Row>(map: ReadonlyMap<string, Row>, ids: ReadonlySet<string>): Row[] {
    const rows: Row[] = []
    for (const id of ids) {
      const row = map.get(id)
      if (row) rows.push(row)
    }
    return rows
  }
}
