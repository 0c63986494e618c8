import type { PageView } from '@beckon/shared/model/agent-view'
import { create } from 'zustand'

/** Where this agent is connected, this page among them. */
export const usePages = create<{ pages: readonly PageView[] }>()(() => ({ pages: [] }))
