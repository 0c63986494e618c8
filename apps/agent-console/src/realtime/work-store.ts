import type { WorkView } from '@beckon/shared/model/agent-view'
import { create } from 'zustand'

/** Interactions this agent owns, oldest first. */
export const useWork = create<{ work: WorkView[] }>()(() => ({ work: [] }))

export const setWork = (work: readonly WorkView[]) =>
  useWork.setState({ work: work.toSorted((a, b) => a.answeredAt - b.answeredAt) })
