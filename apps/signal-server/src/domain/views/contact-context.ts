import type { ContactContext, CustomerCard } from '@beckon/shared/model/agent-view'
import type { TrustedContextItem } from '@beckon/shared/model/context'
import type { CustomerRow, InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

export function customerCard(customer: CustomerRow | undefined): CustomerCard {
  return {
    name: customer?.name ?? '',
    identified: (customer?.externalId ?? null) !== null,
    segment: customer?.segment ?? null,
  }
}

/** What travels with a contact. What the signature says wins over what the page says under the same key [CX2]. */
export function contactContext(state: SiteState, interaction: InteractionRow): ContactContext {
  const session = state.dataSessionOf(interaction)
  const signed = state.customerOf(interaction)?.signedContext ?? {}
  const items: TrustedContextItem[] = Object.entries(signed).map(([key, value]) => ({
    key,
    value,
    source: 'identity',
    trust: 'signed',
  }))
  for (const item of session?.items ?? []) {
    if (!Object.hasOwn(signed, item.key)) items.push({ ...item, trust: 'client' })
  }
  return { items, trail: session?.trail ?? [], locale: session?.locale ?? null, device: session?.device ?? null }
}
