import type { CustomerInteraction } from '@beckon/shared/model/customer-view'

/** The open interactions of the one thread; both when a chat became a call. */
export interface Talk {
  chat: CustomerInteraction | undefined
  voice: CustomerInteraction | undefined
}
