import type { QueueAlert } from '@beckon/shared/model/agent-view'
import { create } from 'zustand'

/** What asks a supervisor for somebody now. */
export const useAlerts = create<{ alerts: readonly QueueAlert[] }>()(() => ({ alerts: [] }))
