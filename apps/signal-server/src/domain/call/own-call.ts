import type { Principal } from '@beckon/shared/model/principal'
import { ownInteraction } from '../interaction/own-interaction.ts'
import type { CallRow, InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

export interface OwnCall {
  call: CallRow
  interaction: InteractionRow
  /** The asker's end of it. */
  side: 'agent' | 'customer'
}

/** The live call if the asker is one of its two ends; another's looks absent [VO1]. */
export function ownCall(state: SiteState, id: string, by: Principal | null): OwnCall | undefined {
  const call = state.calls.get(id)
  const interaction = call && ownInteraction(state, call.interactionId, by)
  if (!call || !interaction || !by) return undefined
  return { call, interaction, side: by.kind === 'customer' ? 'customer' : 'agent' }
}
