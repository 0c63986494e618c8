import type { AgentId, CustomerId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** The live interaction if it is the asker's own: theirs as customer, owned as staff. Another's looks absent. */
export function ownInteraction(state: SiteState, id: string, by: Principal | null): InteractionRow | undefined {
  const interaction = state.interactions.get(id)
  if (!interaction || !by) return undefined
  const theirs = by.kind === 'customer' ? interaction.customerId === by.customerId : interaction.ownerId === by.agentId
  return theirs ? interaction : undefined
}

export const customerIdOf = (by: Principal | null): CustomerId | undefined =>
  by?.kind === 'customer' ? by.customerId : undefined

export const agentIdOf = (by: Principal | null): AgentId | undefined => (by?.kind === 'staff' ? by.agentId : undefined)
