import type { Queue } from '@beckon/shared/model/routing-settings'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { knownSubject } from '../contact/known-subject.ts'
import type { Draft } from '../draft.ts'
import { newInteraction, noPreference } from '../interaction/new-interaction.ts'
import { agentIdOf, ownInteraction } from '../interaction/own-interaction.ts'
import type { InteractionRow, Task } from '../rows.ts'
import { planContact } from '../rules/plan-contact.ts'
import { worthOf } from '../rules/worth.ts'
import type { Decide } from '../site-command.ts'
import type { SiteState } from '../site-state.ts'
import { customerCard } from '../views/contact-context.ts'

/** Somebody of the staff leaves work to be done, of a contact of theirs or of none [TA1]. */
export const createTask: Decide<'task:create'> = (draft, { subject, text, dueAt = null, parentId }, { by }) => {
  const { state } = draft
  const agent = state.agents.get(agentIdOf(by) ?? '')
  const parent = parentId && ownInteraction(state, parentId, by)
  if (!agent || (parentId && !parent)) return refuse('not-found')
  const task = { text, dueAt, by: agent.name, customer: parent ? customerOf(state, parent) : null }
  const row = taskRow(draft, task, subject ?? (parent || undefined)?.subject, parent || null)
  if (!row) return refuse('not-offered')
  draft.put('interactions', row)
  return ok({ interactionId: row.id })
}

export const importTask: Decide<'task:import'> = (draft, { task: { subject, text, dueAt = null }, customer, by }) => {
  const row = taskRow(draft, { text, dueAt, by, customer }, subject, null)
  if (!row) return refuse('not-offered')
  draft.put('interactions', row)
  return ok({ interactionId: row.id })
}

function customerOf({ customers }: SiteState, { customerId, task }: InteractionRow): Task['customer'] {
  return customerId === null ? (task?.customer ?? null) : { id: customerId, ...customerCard(customers.get(customerId)) }
}

/** The queue its subject and its customer's segment mean, if that takes tasks; else the first that does [TA2]. */
function placeOf({ rules, subjects }: SiteState, subject: string, segment: string | null) {
  const facts = {
    channel: 'task',
    subject,
    segment,
    whisper: null,
    region: null,
    position: null,
    locale: null,
  } as const
  const { queue: meant, plan } = planContact({ rules, subjects }, facts)
  const takes = ({ channels }: Queue): boolean => channels.includes('task')
  const queue = takes(meant) ? meant : rules.settings.queues.find(takes)
  return queue && { queue, plan, worth: worthOf(rules, { ...facts, agreement: null }) }
}

function taskRow(
  draft: Draft,
  task: Task,
  key: string | undefined,
  parent: InteractionRow | null,
): InteractionRow | undefined {
  const { state } = draft
  const subject = knownSubject(state, key)
  const place = placeOf(state, subject, task.customer?.segment ?? null)
  if (!place) return undefined
  const { queue, plan, worth } = place
  const row = newInteraction(draft, {
    dialogueId: null,
    customerId: null,
    dataSessionId: null,
    parentId: parent?.id ?? null,
    channel: 'task',
    subject,
    queue: queue.key,
    plan,
    value: worth.value,
    agreementAt: task.dueAt ?? (worth.agreement && draft.now + worth.agreement.withinMs),
    ...noPreference,
    customerLostAt: null,
    task,
  })
  // There is nobody to talk to.
  draft.closeStream(row.conversationId)
  return row
}
