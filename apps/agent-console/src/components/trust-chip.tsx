import type { CustomerCard } from '@beckon/shared/model/agent-view'
import { BadgeCheck, CircleHelp } from 'lucide-react'
import { Chip } from './chip.tsx'

interface TrustChipProps {
  customer: CustomerCard
  words: { yes: string; no: string }
}

/** Whether the site's signature vouched for the customer, and their segment. */
export function TrustChip({ customer, words }: TrustChipProps) {
  return (
    <>
      <Chip tone={customer.identified ? 'available' : 'neutral'}>
        {customer.identified ? (
          <BadgeCheck size={12} aria-hidden="true" />
        ) : (
          <CircleHelp size={12} aria-hidden="true" />
        )}
        {customer.identified ? words.yes : words.no}
      </Chip>
      {customer.segment !== null && <Chip>{customer.segment}</Chip>}
    </>
  )
}
