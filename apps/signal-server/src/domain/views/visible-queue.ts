import type { VisibleQueue, WaitingView } from '@beckon/shared/model/agent-view'
import { servedBefore } from '../queue/rank.ts'
import type { Line } from '../routing/line.ts'
import { lacksOf, requirementOf } from '../routing/requirement.ts'
import type { AgentRow, InteractionRow } from '../rows.ts'
import { noPlan } from '../rules/plan-contact.ts'
import type { SiteState } from '../site-state.ts'

/** A queue longer than that is not chosen from but worked off. */
const most = 10

/** What an agent may pick from, in the order of service; null: they serve no queue that is picked from [QU11]. */
export function visibleQueue(state: SiteState, agent: AgentRow): VisibleQueue | null {
  if (!state.rules.isPickedFrom) return null
  const lines = [...state.routing.pickedLines()].filter((line) => state.routing.staff.seatOf(agent.id, line))
  const waiting = lines.flatMap((line) => firstOf(line)).sort(servedBefore)
  if (waiting.length === 0 && !servesPicked(state, agent)) return null
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

const servesPicked = ({ rules }: SiteState, agent: AgentRow): boolean =>
  rules.settings.queues.some(
    ({ answer, key, channels: [channel] }) =>
      answer === 'pick' &&
      channel !== undefined &&
      lacksOf(requirementOf(rules, { channel, queue: key, plan: noPlan, relaxed: 0 }), agent).length === 0,
  )

const toView = ({ id, channel, subject, queue, enqueuedAt, value, agreementAt }: InteractionRow): WaitingView => ({
  id,
  channel,
  subject,
  queue,
  enqueuedAt,
  value,
  agreementAt,
})
