import { createStore } from '../../components/create-store.ts'
import { keepInHost, useHost } from '../../realtime/host-store.ts'

/** What is being written; it outlives the page through the loader. Undefined: not yet read from there. */
export const useDraft = createStore<{ draft: string | undefined }>(() => ({ draft: undefined }))

export const currentDraft = (draft: string | undefined): string => draft ?? useHost.getState().state.kept.draft ?? ''

export function setDraft(draft: string): void {
  useDraft.setState({ draft })
  keepInHost('draft', draft === '' ? null : draft)
}
