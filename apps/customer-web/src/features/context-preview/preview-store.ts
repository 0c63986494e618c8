import type { ContextBag } from '@beckon/shared/model/context'
import { createStore } from '../../components/create-store.ts'
import { useHost } from '../../realtime/host-store.ts'
import { device } from './device.ts'
import { makeBag, type PreviewKey } from './preview-items.ts'

/** What the customer does not want to send. */
export const usePreview = createStore<{ removed: ReadonlySet<PreviewKey> }>(() => ({ removed: new Set() }))

export const removeItem = (key: PreviewKey): void =>
  usePreview.setState(({ removed }) => ({ removed: new Set([...removed, key]) }))

export const restoreItems = (): void => usePreview.setState({ removed: new Set() })

/** The context of a contact that is asked for now. */
export const currentBag = (): ContextBag => makeBag(useHost.getState().state, device(), usePreview.getState().removed)
