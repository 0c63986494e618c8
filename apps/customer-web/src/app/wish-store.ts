import { createStore } from '../components/create-store.ts'

/** The page proposes a call; the customer has not said yes yet. */
export const useWish = createStore<{ call: boolean }>(() => ({ call: false }))
