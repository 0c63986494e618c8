import type { ParkedView, VisibleQueue, WaitingView, Workbin } from '@beckon/shared/model/agent-view'
import { servedBefore } from '../queue/rank.ts'
import type { Line } from '../routing/line.ts'
import { lacksOf, requirementOf } from '../routing/requirement.ts'
import type { AgentRow, InteractionRow } from '../rows.ts'
import { noPlan } from '../rules/plan-contact.ts'
import { byName } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'

/** A queue longer than that is not chosen from but worked off. */
const most = 10
/** Of a task's text, to choose by. */
const beginning = 140

/** What an agent may pick from, in the order of service; null: they serve no queue that is picked from [QU11]. */
export const visibleQueue = (state: SiteState, agent: AgentRow): VisibleQueue | null => picked(state, agent, 'contacts')

/** The tasks among it are a list of their own, with those the agent put off; null: none are for them [TA4]. */
export function workbin(state: SiteState, agent: AgentRow): Workbin | null {
  const parked = state.parkedBy(agent.id).flatMap(parkedView)
  const tasks = picked(state, agent, 'tasks')
  if (tasks === null && parked.length === 0) return null
  return {
    ...(tasks ?? { contacts: [], more: 0 }),
    parked: parked.sort((a, b) => a.until - b.until || byName(a.id, b.id)),
  }
}

function picked(state: SiteState, agent: AgentRow, which: 'contacts' | 'tasks'): VisibleQueue | null {
  if (!state.rules.isPickedFrom) return null
  const ofTasks = which === 'tasks'
  const lines = [...state.routing.pickedLines()].filter(
    (line) => (line.requirement.channel === 'task') === ofTasks && state.routing.staff.seatOf(agent.id, line),
  )
  const waiting = lines.flatMap((line) => firstOf(line)).sort(servedBefore)
  if (waiting.length === 0 && !servesPicked(state, agent, ofTasks)) return null
  const count = lines.reduce((sum, { plain, particular }) => sum + plain.size + particular.size, 0)
  const contacts = waiting.slice(0, most).map(toView)
  return { contacts, more: count - contacts.length }
}

function firstOf({ plain, particular }: Line): InteractionRow[] {
  const first: InteractionRow[] = []
  for (const list of [plain, particular]) {
    let taken = 0
    for (const row of list) {
      if (taken++ === most) break
      first.push(row)
    }
  }
  return first
}

const servesPicked = (state: SiteState, agent: AgentRow, ofTasks: boolean): boolean =>
  state.rules.settings.queues.some(({ answer, key, channels }) => {
    const channel = channels.find((each) => (each === 'task') === ofTasks)
    if (answer !== 'pick' || channel === undefined || !state.hasChannel(agent.id, channel)) return false
    const requirement = requirementOf(state.rules, { channel, queue: key, plan: noPlan, relaxed: 0 })
    return lacksOf(requirement, agent).length === 0
  })

const toView = ({
  id,
  channel,
  subject,
  queue,
  enqueuedAt,
  value,
  agreementAt,
  task,
}: InteractionRow): WaitingView => ({
  id,
  channel,
  subject,
  queue,
  enqueuedAt,
  value,
  agreementAt,
  task: task && task.text.slice(0, beginning),
})

const parkedView = ({ id, subject, task, parkedUntil }: InteractionRow): ParkedView[] =>
  task === null || parkedUntil === null
    ? []
    : [{ id, subject, task: task.text.slice(0, beginning), until: parkedUntil }]
