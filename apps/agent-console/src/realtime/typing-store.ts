import type { StreamId } from '@beckon/shared/model/ids'
import { create } from 'zustand'

/** Conversations whose customer is writing. */
export const useTyping = create<{ typing: readonly StreamId[] }>()(() => ({ typing: [] }))
