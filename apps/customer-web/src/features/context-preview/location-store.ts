import type { ContextItem } from '@beckon/shared/model/context'
import { locationKey, locationText, type SharedLocation } from '@beckon/shared/rules/location'
import { createStore } from '../../components/create-store.ts'

/** Where the customer is, if they chose to say so; nothing is asked of the browser before that click. */
export const useLocation = createStore<{ shared: SharedLocation | undefined; asking: boolean; refused: boolean }>(
  () => ({ shared: undefined, asking: false, refused: false }),
)

export const forgetLocation = (): void => useLocation.setState({ shared: undefined })

/** What the page says of a place gives way to what the customer says [CX6]. */
export function withLocation(items: readonly ContextItem[], shared: SharedLocation | undefined): ContextItem[] {
  const others = items.filter(({ key }) => shared === undefined || key !== locationKey)
  return shared === undefined
    ? others
    : [...others, { key: locationKey, value: locationText(shared), source: 'customer' }]
}
