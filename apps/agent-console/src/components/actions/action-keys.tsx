import { useEffect } from 'react'
import { holderOf, useBindings } from './bindings-store.ts'
import { chordOf, hasModifier } from './chord-of.ts'
import { isTyping } from './is-typing.ts'
import { allActs, useActStore } from './use-acts.ts'

function onKeyDown(event: KeyboardEvent): void {
  // Control with Alt is how Windows tells AltGr, which types characters.
  if (event.defaultPrevented || event.isComposing || (event.ctrlKey && event.altKey)) return
  const chord = chordOf(event)
  if (chord === undefined || (isTyping(event.target) && !hasModifier(chord))) return
  const id = holderOf(useBindings.getState().own, chord)
  const act = allActs(useActStore.getState().parts).find((each) => each.id === id)
  if (act === undefined) return
  event.preventDefault()
  if (!event.repeat) act.run()
}

/** Listens for the keys of what can be done now; draws nothing. */
export function ActionKeys(): null {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return null
}
