import type { VisibleQueue, Workbin } from '@beckon/shared/model/agent-view'
import { create } from 'zustand'

/** What waits where this agent picks; null where nobody picks. */
export const useVisible = create<{ visible: VisibleQueue | null }>()(() => ({ visible: null }))

/** Tasks to take one from; null where tasks are not for this agent. */
export const useWorkbin = create<{ workbin: Workbin | null }>()(() => ({ workbin: null }))
