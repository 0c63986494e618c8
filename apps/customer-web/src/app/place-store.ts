import { createStore } from '../components/create-store.ts'
import type { Place } from './choose-screen.ts'

export const usePlace = createStore<{ place: Place }>(() => ({ place: 'auto' }))
export const goTo = (place: Place): void => usePlace.setState({ place })
