import { type ComponentChild, type ComponentChildren, render } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/**
 * What the widget uses of React, on Preact alone: `preact/compat` would add 2 kB to every opening of the panel for
 * features no widget code needs. In JSX write DOM's own names (`onInput`, `stroke-width`) where React has others.
 */
export { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
export type ReactNode = ComponentChildren

export const createRoot = (root: Element) => ({ render: (node: ComponentChild) => render(node, root) })

/** The value `read` gives, drawn anew whenever `subscribe` tells of a change that makes it another. */
export function useSyncExternalStore<T>(subscribe: (changed: () => void) => () => void, read: () => T): T {
  const [, drawAgain] = useState({})
  const value = read()
  const shownRef = useRef({ value, read })
  useLayoutEffect(() => {
    shownRef.current = { value, read }
  })
  useLayoutEffect(() => {
    const check = () => {
      if (!Object.is(shownRef.current.value, shownRef.current.read())) drawAgain({})
    }
    // Between drawing and subscribing the store may have moved on.
    check()
    return subscribe(check)
  }, [subscribe])
  return value
}
