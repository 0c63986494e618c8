import type { VisibleQueue } from '@beckon/shared/model/agent-view'
import { create } from 'zustand'

/** What waits where this agent picks; null where nobody picks. */
export const useVisible = create<{ visible: VisibleQueue | null }>()(() => ({ visible: null }))
