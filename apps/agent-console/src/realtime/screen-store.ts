import { useEffect } from 'react'
import { create } from 'zustand'

/** Whether the desk is drawn, so that an offer would be seen; not yet while the page opens, nor on an error's page. */
export const useScreen = create<{ up: boolean }>()(() => ({ up: false }))

/** For the part of the screen that shows offers: it is up as long as this is. */
export function useScreenUp(): void {
  useEffect(() => {
    useScreen.setState({ up: true })
    return () => useScreen.setState({ up: false })
  }, [])
}
