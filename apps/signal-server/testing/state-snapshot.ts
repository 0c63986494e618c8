import type { InteractionRow, Rows, Table } from '../src/domain/rows.ts'
import type { SiteState } from '../src/domain/site-state.ts'

/** Every table whose rows a memory holds. */
export const tables = [
  'settings',
  'paces',
  'customers',
  'agents',
  'presences',
  'tabs',
  'dialogues',
  'dataSessions',
  'interactions',
  'offers',
  'calls',
] as const satisfies readonly Table[]

export type RowsOf = Map<Table, Map<string, Rows[Table]>>

/** The rows a memory holds now; later changes of the memory do not show. */
export const rowsOf = (state: SiteState): RowsOf =>
  new Map(
    tables.map((table) => [
      table,
      new Map([...state[table].values()].map((row): [string, Rows[Table]] => [row.id, row])),
    ]),
  )

/** Every way to ask for rows, answered: equal answers mean equal memories, indexes included. */
export function answersOf(state: SiteState): Record<string, unknown> {
  const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id).sort()
  const answers: Record<string, unknown> = {
    waiting: ids([...state.routing.waiting()]),
    waitingCount: state.routing.waitingCount,
  }
  for (const { queue, channel } of state.interactions.values()) {
    answers[`${queue} ${channel}`] = state.routing.waitingIn(queue, channel)
  }
  for (const { id } of state.agents.values()) {
    answers[`of ${id}`] = [
      ids(state.ownedBy(id)),
      ids(state.parkedBy(id)),
      ids(state.offersTo(id)),
      ids(state.presencesOf(id)),
      ids(state.tabsOf(id)),
    ]
  }
  for (const row of state.interactions.values()) {
    answers[`in ${row.id}`] = [
      ids(state.interactionsOf(row.customerId)),
      row.customerId && ids(state.tasksOf(row.customerId)),
      row.customerId && ids(state.tabsOf(row.customerId)),
      state.callOf(row.id)?.id,
    ]
  }
  for (const tab of state.tabs.values()) answers[`on ${tab.nodeId}`] = ids(state.tabsOn(tab.nodeId))
  return answers
}

const waits = ({ status }: InteractionRow): boolean => status === 'queued' || status === 'offered'

/** The same answers, worked out from the rows alone. */
export function answersFromRows(state: SiteState): Record<string, unknown> {
  const ids = <Row extends { id: string }>(rows: Iterable<Row>, which: (row: Row) => boolean): string[] =>
    [...rows]
      .filter(which)
      .map((row) => row.id)
      .sort()
  const { interactions, offers, calls, tabs, presences, agents } = state
  const answers: Record<string, unknown> = {
    waiting: ids(interactions.values(), waits),
    waitingCount: ids(interactions.values(), (row) => waits(row) && row.channel !== 'task').length,
  }
  for (const { queue, channel } of interactions.values()) {
    const isThere = (row: InteractionRow): boolean => waits(row) && row.queue === queue && row.channel === channel
    answers[`${queue} ${channel}`] = ids(interactions.values(), isThere).length
  }
  for (const { id } of agents.values()) {
    answers[`of ${id}`] = [
      ids(interactions.values(), (row) => row.ownerId === id),
      ids(interactions.values(), (row) => row.status === 'parked' && row.preferredAgentId === id),
      ids(offers.values(), (row) => row.agentId === id),
      ids(presences.values(), (row) => row.agentId === id),
      ids(tabs.values(), (row) => row.agentId === id),
    ]
  }
  for (const row of interactions.values()) {
    answers[`in ${row.id}`] = [
      ids(interactions.values(), (other) => row.customerId !== null && other.customerId === row.customerId),
      row.customerId && ids(interactions.values(), ({ task }) => task?.customer?.id === row.customerId),
      row.customerId && ids(tabs.values(), (tab) => tab.customerId === row.customerId),
      [...calls.values()].find((call) => call.interactionId === row.id)?.id,
    ]
  }
  for (const tab of tabs.values())
    answers[`on ${tab.nodeId}`] = ids(tabs.values(), (other) => other.nodeId === tab.nodeId)
  return answers
}
