import { deviceKind } from '@beckon/shared/client/device-kind'
import type { ContextBag } from '@beckon/shared/model/context'
import { locationKey, type SharedLocation } from '@beckon/shared/rules/location'
import { createStore } from '../../components/create-store.ts'
import { useHost } from '../../realtime/host-store.ts'
import type { HostState } from '../../loader/messages.ts'
import { forgetLocation, useLocation, withLocation } from './location-store.ts'
import { makeBag, type PreviewKey } from './preview-items.ts'

/** What the customer does not want to send. */
export const usePreview = createStore<{ removed: ReadonlySet<PreviewKey> }>(() => ({ removed: new Set() }))

/** A place that is taken back is forgotten, not hidden: it is asked for again. */
export const removeItem = (key: PreviewKey): void => {
  if (key === `item:${locationKey}` && useLocation.getState().shared !== undefined) forgetLocation()
  else usePreview.setState(({ removed }) => ({ removed: new Set([...removed, key]) }))
}

export const restoreItems = (): void => usePreview.setState({ removed: new Set() })

/** What the page says, and where the customer says they are. */
export const withPlace = (host: HostState, place: SharedLocation | undefined): HostState => ({
  ...host,
  items: withLocation(host.items, place),
})

/** The context of a contact that is asked for now. */
export const currentBag = (): ContextBag =>
  makeBag(
    withPlace(useHost.getState().state, useLocation.getState().shared),
    deviceKind(),
    usePreview.getState().removed,
  )
