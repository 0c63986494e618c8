import { useSyncExternalStore } from 'react'
import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla'

export type Store<T> = StoreApi<T> & {
  (): T
  <U>(select: (state: T) => U): U
}

/** Zustand's `create`, over its vanilla store: the other entry brings all of React's surface with it. */
export function createStore<T>(initial: () => T): Store<T> {
  const api = createVanilla<T>()(initial)
  const whole = (state: T): unknown => state
  const use = (select: (state: T) => unknown = whole) =>
    useSyncExternalStore(api.subscribe, () => select(api.getState()))
  // Called with a selector it gives what that gives, without one the state: the two signatures of `Store`.
  return Object.assign(use, api) as Store<T>
}
