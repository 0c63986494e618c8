import type { CustomerId, DialogueId } from '@beckon/shared/model/ids'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import type { Draft } from '../draft.ts'
import { customerIdOf } from '../interaction/own-interaction.ts'
import { welcomeCustomer } from '../liveness/welcome.ts'
import type { CustomerRow } from '../rows.ts'
import type { Decide } from '../site-command.ts'

/**
 * A visitor is vouched for by the site's signature. Known already under that external id, the two become one:
 * what is open goes on under the known customer; the past follows through `mergedInto` [ID2].
 */
export const identifyCustomer: Decide<'customer:identify'> = (draft, payload, { by }) => {
  const visitor = draft.state.customers.get(customerIdOf(by) ?? '')
  if (!visitor) return refuse('not-found')
  if (visitor.externalId !== null && visitor.externalId !== payload.externalId) return refuse('conflict')
  const { externalId, name, segment, signedContext } = payload
  if (payload.knownAs === null || payload.knownAs === visitor.id) {
    draft.put('customers', { ...visitor, externalId, name, segment, signedContext })
    return ok({ customerId: visitor.id })
  }
  const known = draft.state.customers.get(payload.knownAs)
  if (!known) return refuse('not-found')
  if (clash(draft, visitor, known)) return refuse('already-open')
  merge(draft, visitor, { ...known, name, segment, signedContext })
  return ok({ customerId: known.id })
}

/** Both have one open on the same channel: they stay two until one of them ends. */
function clash(draft: Draft, visitor: CustomerRow, known: CustomerRow): boolean {
  const open = (id: CustomerId) =>
    draft.state
      .interactionsOf(id)
      .filter((row) => row.status !== 'wrap-up')
      .map((row) => row.channel)
  const theirs = open(known.id)
  return open(visitor.id).some((channel) => theirs.includes(channel))
}

function merge(draft: Draft, visitor: CustomerRow, known: CustomerRow): void {
  const dialogueId: DialogueId | null = known.dialogueId ?? visitor.dialogueId
  draft.put('customers', { ...known, dialogueId })
  if (dialogueId !== null && known.dialogueId === null) {
    draft.put('dialogues', { id: dialogueId, customerId: known.id, startedAt: draft.now })
  }
  for (const row of draft.state.interactionsOf(visitor.id)) {
    draft.put('interactions', { ...row, customerId: known.id, dialogueId: dialogueId ?? row.dialogueId })
    const session = draft.state.dataSessionOf(row)
    if (session) draft.put('dataSessions', { ...session, customerId: known.id })
  }
  for (const tab of draft.state.tabsOf(visitor.id)) draft.put('tabs', { ...tab, customerId: known.id })
  draft.put('customers', { ...visitor, mergedInto: known.id })
  if (draft.state.tabsOf(known.id).length > 0) welcomeCustomer(draft, known.id)
}
