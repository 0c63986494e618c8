import type { ActionId } from './action-table.ts'
import { keysOf, useBindings } from './bindings-store.ts'
import { chordForAria, chordText } from './chord-of.ts'

interface Keys {
  /** As drawn on a key; empty where there are none. */
  text: string
  /** For a button that does the action: told to screen readers, and with its name as a tooltip. */
  props: (name: string) => { 'aria-keyshortcuts'?: string; title: string }
}

/** The keys of an action as this agent has them. */
export function useKeys(id: ActionId): Keys {
  const chord = useBindings((s) => keysOf(s.own, id))
  if (chord === '') return { text: '', props: (title) => ({ title }) }
  const text = chordText(chord)
  return { text, props: (name) => ({ 'aria-keyshortcuts': chordForAria(chord), title: `${name} (${text})` }) }
}
