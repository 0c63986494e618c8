import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { groupBy } from './group-by.ts'

/** Every acknowledged contact is live or closed with a cause; one live offer or one owner at a time. */
export function contactsKept(history: History, final: Final): string[] {
  const problems: string[] = []
  const known = new Map(final.interactions.map((interaction) => [interaction.id, interaction]))
  for (const { id, name, reply } of history.sent) {
    if (name !== 'contact:request' || reply?.ok !== true) continue
    const { interactionId } = reply.value as { interactionId: string }
    if (!known.has(interactionId)) problems.push(`contact ${interactionId} of request ${id} is lost`)
  }
  const live = groupBy(
    final.offers.filter((offer) => offer.status === 'pending'),
    (offer) => offer.interactionId,
  )
  for (const { id, status, cause, ownerId, offerId } of final.interactions) {
    const pending = live.get(id) ?? []
    if (status === 'closed' && cause === null) problems.push(`${id} is closed without a cause`)
    if (pending.length + (ownerId === null || status === 'closed' ? 0 : 1) > 1)
      problems.push(`${id} has ${pending.length} live offers and owner ${ownerId}`)
    if ((status === 'offered') !== (pending.length === 1) || (offerId ?? undefined) !== pending[0]?.id) {
      problems.push(`${id} is ${status} with offer ${offerId} and ${pending.length} live offers`)
    }
  }
  const accepted = groupBy(
    final.offers.filter((offer) => offer.status === 'accepted'),
    (offer) => offer.id,
  )
  for (const { id, name, reply, payload } of history.sent) {
    if (name !== 'offer:accept' || reply?.ok !== true) continue
    if (!accepted.has((payload as { offerId: string }).offerId))
      problems.push(`accept ${id} was acknowledged and its offer is not accepted`)
  }
  return problems
}
