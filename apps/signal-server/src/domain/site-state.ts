import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentId, CustomerId, InteractionId, NodeId } from '@beckon/shared/model/ids'
import { DueIndex } from './liveness/due-index.ts'
import { RoutingIndex } from './routing/routing-index.ts'
import { LiveRows } from './live-rows.ts'
import { RowsBy } from './rows-by.ts'
import { defaultSettings } from './rules/default-settings.ts'
import { SiteRules } from './rules/site-rules.ts'
import type {
  AgentRow,
  CallRow,
  CustomerRow,
  DataSessionRow,
  DialogueRow,
  InteractionRow,
  OfferRow,
  PaceRow,
  PresenceRow,
  Rows,
  SettingsRow,
  TabRow,
  Table,
} from './rows.ts'
import type { ChoiceRow, SiteInfo, SiteLists, SubjectRow } from './site-lists.ts'

/** All who plan something stand together. */
const planned = 'planned'

const nameOf = ({ kind, key }: ChoiceRow): string => `${kind} ${key}`
const namesOf = (choices: readonly ChoiceRow[]): ReadonlySet<string> => new Set(choices.map(nameOf))

/** One site's live rows and the indexes over them. `put` is the only way in: start, decision, undo, catch-up. */
export class SiteState {
  site: SiteInfo
  subjects: ReadonlyMap<string, SubjectRow>
  #choices: ReadonlySet<string>
  /** The committed version these rows are of. */
  version: number

  readonly #byCustomer = new RowsBy<InteractionRow>((row) => row.customerId ?? undefined)
  readonly #tasksOf = new RowsBy<InteractionRow>((row) => row.task?.customer?.id)
  readonly #byOwner = new RowsBy<InteractionRow>((row) => row.ownerId ?? undefined)
  readonly #parkedBy = new RowsBy<InteractionRow>((row) =>
    row.status === 'parked' ? (row.preferredAgentId ?? undefined) : undefined,
  )
  readonly #agentsByPlan = new RowsBy<AgentRow>((row) => (row.nextReason === null ? undefined : planned))
  readonly #agentsByHandle = new RowsBy<AgentRow>((row) => row.handle ?? undefined)
  readonly #offersByAgent = new RowsBy<OfferRow>((row) => row.agentId)
  readonly #callsByInteraction = new RowsBy<CallRow>((row) => row.interactionId)
  readonly #presencesByAgent = new RowsBy<PresenceRow>((row) => row.agentId)
  readonly #tabsByPerson = new RowsBy<TabRow>((row) => row.agentId ?? row.customerId ?? undefined)

  readonly settings = new LiveRows<SettingsRow>()
  readonly paces = new LiveRows<PaceRow>()
  readonly customers = new LiveRows<CustomerRow>((row) => row.mergedInto === null)
  readonly agents = new LiveRows<AgentRow>((row) => row.disabledAt === null, this.#agentsByPlan, this.#agentsByHandle)
  readonly presences = new LiveRows<PresenceRow>((row) => row.removedAt === null, this.#presencesByAgent)
  readonly tabs = new LiveRows<TabRow>((row) => row.closedAt === null, this.#tabsByPerson)
  readonly dialogues = new LiveRows<DialogueRow>(() => false)
  readonly dataSessions = new LiveRows<DataSessionRow>()
  readonly interactions = new LiveRows<InteractionRow>(
    (row) => row.status !== 'closed',
    this.#byOwner,
    this.#byCustomer,
    this.#tasksOf,
    this.#parkedBy,
  )
  readonly offers = new LiveRows<OfferRow>((row) => row.status === 'pending', this.#offersByAgent)
  readonly calls = new LiveRows<CallRow>((row) => row.state !== 'ended', this.#callsByInteraction)

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

  #rowsOf<T extends Table>(table: T): LiveRows<Rows[T]> {
    return this[table] as unknown as LiveRows<Rows[T]>
  }
  get<T extends Table>(table: T, id: string): Rows[T] | undefined {
    return this.#rowsOf(table).get(id)
  }

  /** Takes a row in, or out when it no longer lives; tells which one was there. */
  put<T extends Table>(table: T, row: Rows[T]): Rows[T] | undefined {
    return this.#set(table, row.id, row)
  }

  /** Forgets a row that was never committed. */
  drop<T extends Table>(table: T, id: string): void {
    this.#set(table, id as Rows[T]['id'], undefined)
  }

  #set<T extends Table>(table: T, id: Rows[T]['id'], row: Rows[T] | undefined): Rows[T] | undefined {
    const rows = this.#rowsOf(table)
    const cell = rows.cellOf(id)
    const before = cell.row
    rows.set(cell, row)
    if (table === 'settings') this.#rules = undefined
    this.routing.changed(table, cell, before)
    this.due.changed(table, cell, before)
    return before
  }

  /** After the end is committed: the customer is read again with their next contact, which has a new session. */
  release(ended: InteractionRow): void {
    if (ended.customerId === null || ended.dataSessionId === null) return
    const open = this.interactionsOf(ended.customerId)
    if (open.length === 0) this.drop('customers', ended.customerId)
    // A call and the chat it grew out of share one; what became another customer's since is looked for there.
    const { customerId } = this.dataSessions.get(ended.dataSessionId) ?? ended
    const shared = this.interactionsOf(customerId).some((row) => row.dataSessionId === ended.dataSessionId)
    if (!shared) this.drop('dataSessions', ended.dataSessionId)
  }

  /** None of nobody's. */
  interactionsOf(customerId: CustomerId | null): InteractionRow[] {
    return customerId === null ? [] : this.#byCustomer.get(customerId)
  }
  /** Left of a customer, who knows nothing of them. */
  tasksOf(customerId: CustomerId): InteractionRow[] {
    return this.#tasksOf.get(customerId)
  }
  /** Whom pages know by this handle. */
  agentNamed(handle: string): AgentRow | undefined {
    return this.#agentsByHandle.first(handle)
  }
  customerOf({ customerId }: InteractionRow): CustomerRow | undefined {
    return customerId === null ? undefined : this.customers.get(customerId)
  }
  dataSessionOf({ dataSessionId }: InteractionRow): DataSessionRow | undefined {
    return dataSessionId === null ? undefined : this.dataSessions.get(dataSessionId)
  }
  ownedBy(agentId: AgentId): InteractionRow[] {
    return this.#byOwner.get(agentId)
  }
  /** What an agent has put off. */
  parkedBy(agentId: AgentId): InteractionRow[] {
    return this.#parkedBy.get(agentId)
  }
  /** Who will be unavailable when their work is done. */
  agentsWithPlans(): AgentRow[] {
    return this.#agentsByPlan.get(planned)
  }
  offersTo(agentId: AgentId): OfferRow[] {
    return this.#offersByAgent.get(agentId)
  }
  callOf(interactionId: InteractionId): CallRow | undefined {
    return this.#callsByInteraction.first(interactionId)
  }
  presencesOf(agentId: AgentId): PresenceRow[] {
    return this.#presencesByAgent.get(agentId)
  }
  presencesOn(agentId: AgentId, channel: MediaKind): PresenceRow[] {
    return this.presencesOf(agentId).filter((row) => row.channel === channel)
  }
  /** Whether it is one of theirs at all. */
  hasChannel(agentId: AgentId, channel: MediaKind): boolean {
    return this.presencesOf(agentId).some((row) => row.channel === channel)
  }
  tabsOf(person: AgentId | CustomerId): TabRow[] {
    return this.#tabsByPerson.get(person)
  }
  /** Looks at all there are: asked only of a node that is lost. */
  tabsOn(nodeId: NodeId): TabRow[] {
    return [...this.tabs.values()].filter((tab) => tab.nodeId === nodeId)
  }
}
