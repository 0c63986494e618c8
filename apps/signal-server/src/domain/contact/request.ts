import type { Channel } from '@beckon/shared/model/channel'
import type { ContextBag } from '@beckon/shared/model/context'
import type { CustomerId, DataSessionId, DialogueId } from '@beckon/shared/model/ids'
import type { Queue } from '@beckon/shared/model/routing-settings'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { buttonCode } from '@beckon/shared/rules/button-code'
import { locationKey, parseLocation } from '@beckon/shared/rules/location'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { beginCall } from '../interaction/assign.ts'
import { customerIdOf } from '../interaction/own-interaction.ts'
import { admit, insteadOf } from '../queue/admission.ts'
import type { CustomerRow, DataSessionRow, InteractionRow } from '../rows.ts'
import type { Position } from '../rules/nearest-group.ts'
import type { ContactFacts, ContactPlan } from '../rules/plan-contact.ts'
import { worthOf } from '../rules/worth.ts'
import type { Decide } from '../site-command.ts'
import type { SiteState } from '../site-state.ts'
import { newInteraction, type Preference } from '../interaction/new-interaction.ts'
import { joinPresentAgent } from './join-present-agent.ts'
import { knownSubject } from './known-subject.ts'
import { mergeItems } from './merge-items.ts'
import { ownAgents, preferOwn } from './own-agent.ts'

/**
 * A customer asks to be served: an interaction is queued; routing follows in the same batch. A call begins at once,
 * so that its first signals are there when somebody accepts [VO10].
 */
export const requestContact: Decide<'contact:request'> = (draft, payload, { by, tabId }) => {
  const customer = draft.state.customers.get(customerIdOf(by) ?? '')
  if (!customer) return refuse('not-found')
  if (openOn(draft.state, customer.id, payload.channel)) return refuse('already-open')
  const parent = payload.parentId && draft.state.interactions.get(payload.parentId)
  if (payload.parentId && (!parent || parent.customerId !== customer.id)) return refuse('not-found')
  const { channel } = payload
  const subject = parent ? parent.subject : knownSubject(draft.state, payload.subject)
  let place: Pick<NewContact, 'queue' | 'plan'>
  let handle: string | null = null
  if (parent) place = { queue: draft.state.rules.queue(parent.queue), plan: parent.plan }
  else {
    const facts: ContactFacts = {
      channel,
      subject,
      segment: customer.segment,
      whisper: payload.whisper ?? codeIn(payload.bag, 'whisper'),
      region: payload.region ?? codeIn(payload.bag, 'region'),
      position: locationIn(payload.bag),
      locale: payload.bag.locale ?? null,
    }
    handle = payload.agent ?? codeIn(payload.bag, 'agent')
    const admission = admit(draft.state, facts, draft.now)
    if (!admission.admitted) {
      const instead = insteadOf(draft.state, facts, admission.queue, draft.now)
      return { ok: false, error: { code: admission.reason, instead } }
    }
    place = admission
  }
  const said = parent && draft.state.dataSessionOf(parent)
  const items = mergeItems(said?.items ?? [], payload.bag.items)
  const dataSessionId = startDataSession(draft, customer.id, { ...payload.bag, items })
  const interaction = open(draft, customer, { channel, subject, dataSessionId, parent, handle, ...place })
  draft.put('interactions', interaction)
  if (interaction.channel === 'voice') beginCall(draft, interaction, 'joining', tabId)
  joinPresentAgent(draft, interaction)
  return ok({ interactionId: interaction.id })
}

/** The one a customer has open on a channel; one being wrapped up is over for them. */
export const openOn = (state: SiteState, customerId: CustomerId, channel: Channel): InteractionRow | undefined =>
  state.interactionsOf(customerId).find((row) => row.channel === channel && row.status !== 'wrap-up')

const codeIn = ({ items }: ContextBag, code: 'whisper' | 'region' | 'agent'): string | null =>
  buttonCode(items.find(({ key }) => key === code)?.value ?? '')

/** Where the customer chose to say they are. */
const locationIn = ({ items }: ContextBag): Position | null =>
  parseLocation(items.find(({ key }) => key === locationKey)?.value ?? '') ?? null

export const bagColumns = (bag: ContextBag): Pick<DataSessionRow, 'items' | 'trail' | 'locale' | 'device'> => ({
  items: bag.items,
  trail: bag.trail,
  locale: bag.locale ?? null,
  device: bag.device ?? null,
})

function startDataSession(draft: Draft, customerId: CustomerId, bag: ContextBag): DataSessionId {
  const id = draft.ids.uuid() as DataSessionId
  draft.put('dataSessions', { id, customerId, ...bagColumns(bag), expiresAt: draft.now + waits.dataSession })
  return id
}

/**
 * A customer has one dialogue, made with the first contact. The customer's row is written with every contact: nodes
 * that let go of it after the last one learn it again when they catch up [DL6].
 */
function dialogueOf(draft: Draft, customer: CustomerRow): DialogueId {
  const id = customer.dialogueId ?? (draft.ids.uuid() as DialogueId)
  draft.put('customers', { ...customer, dialogueId: id })
  if (!customer.dialogueId) draft.put('dialogues', { id, customerId: customer.id, startedAt: draft.now })
  return id
}

interface NewContact {
  channel: Channel
  subject: string
  dataSessionId: DataSessionId | null
  parent: InteractionRow | undefined
  queue: Queue
  plan: ContactPlan
  /** The page names an agent by it. */
  handle: string | null
}

/** Who is asked first: the agent of the exchange it grows out of, or one of the customer's own. */
function preference({ state, now }: Draft, customer: CustomerRow, contact: NewContact): Preference {
  const { parent, handle } = contact
  if (!parent) return preferOwn(state, contact, ownAgents(state, customer, handle), now)
  return { preferredAgentId: parent.ownerId, preferredAs: parent.ownerId && 'same-agent', preferredUntil: null }
}

/** A new contact of a customer, queued; the caller puts it. */
export function open(draft: Draft, customer: CustomerRow, contact: NewContact): InteractionRow {
  const { channel, subject, dataSessionId, parent, queue, plan } = contact
  const contract = customer.signedContext['agreement'] ?? null
  const { value, agreement } = worthOf(draft.state.rules, {
    channel,
    subject,
    segment: customer.segment,
    agreement: contract,
  })
  return newInteraction(draft, {
    dialogueId: dialogueOf(draft, customer),
    customerId: customer.id,
    dataSessionId,
    parentId: parent?.id ?? null,
    channel,
    subject,
    queue: queue.key,
    plan,
    value,
    agreementAt: agreement && draft.now + agreement.withinMs,
    ...preference(draft, customer, contact),
    // A page that went while its request was on the way: its customer has left [IN10].
    customerLostAt: draft.state.tabsOf(customer.id).length > 0 ? null : draft.now,
    task: null,
  })
}
