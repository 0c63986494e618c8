import { create } from 'zustand'
import { type ActionId, actionIds, actions } from './action-table.ts'

interface Bindings {
  agentId: string
  /** What the agent chose in place of the table's keys; empty: no keys. */
  own: Partial<Record<ActionId, string>>
}

/** No customer's words: it outlives the session, unlike what `beckon.` keys keep. */
const storageKey = (agentId: string) => `beckon-desk.keys.${agentId}`

function load(agentId: string): Bindings['own'] {
  try {
    return JSON.parse(localStorage.getItem(storageKey(agentId)) ?? '{}') as Bindings['own']
  } catch {
    // A broken value costs the own keys, not the desk.
    return {}
  }
}

export const useBindings = create<Bindings>()(() => ({ agentId: '', own: {} }))

/** Each agent of a browser has keys of their own. */
export const loadBindings = (agentId: string) => useBindings.setState({ agentId, own: load(agentId) })

function keep(own: Bindings['own']): void {
  useBindings.setState({ own })
  localStorage.setItem(storageKey(useBindings.getState().agentId), JSON.stringify(own))
}

export const keysOf = (own: Bindings['own'], id: ActionId): string => own[id] ?? actions[id].keys

/** Which other action has these keys already. */
export const holderOf = (own: Bindings['own'], chord: string, except?: ActionId): ActionId | undefined =>
  actionIds.find((id) => id !== except && keysOf(own, id) === chord)

/** Gives an action other keys; whoever had them has none. An empty chord takes them away. */
export function bindKeys(id: ActionId, chord: string): void {
  const { own } = useBindings.getState()
  const holder = chord === '' ? undefined : holderOf(own, chord, id)
  keep({ ...own, [id]: chord, ...(holder !== undefined && { [holder]: '' }) })
}

export const resetBindings = () => keep({})
