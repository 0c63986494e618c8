import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { type ActGroup, type ActionId, actions } from './action-table.ts'

/** Something the agent can do now. */
export interface Act {
  id: string
  group: ActGroup
  label: string
  hint?: string
  run: () => void
}

/** What each drawn part of the desk offers, by part: what is not drawn or not possible is not here. */
export const useActStore = create<{ parts: ReadonlyMap<string, readonly Act[]> }>()(() => ({ parts: new Map() }))

const change = (edit: (parts: Map<string, readonly Act[]>) => void) =>
  useActStore.setState(({ parts }) => {
    const next = new Map(parts)
    edit(next)
    return { parts: next }
  })

export const allActs = (parts: ReadonlyMap<string, readonly Act[]>): Act[] => [...parts.values()].flat()

/** Offers acts to keys and palette for as long as the caller is drawn. */
export function useActs(acts: readonly Act[]): void {
  const part = useId()
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  const shape = JSON.stringify(acts.map(({ id, group, label, hint }) => ({ id, group, label, hint })))
  useEffect(() => {
    const offered = (JSON.parse(shape) as Omit<Act, 'run'>[]).map((act) => ({
      ...act,
      run: () => latest.current.find(({ id }) => id === act.id)?.run(),
    }))
    if (offered.length === 0) return
    change((parts) => parts.set(part, offered))
    return () => change((parts) => parts.delete(part))
  }, [part, shape])
}

/** Offers one action of the table; an action that cannot be done is undefined. */
export function useAction(id: ActionId, run: (() => void) | undefined): void {
  const { t } = useTranslation()
  const { group } = actions[id]
  useActs(run === undefined ? [] : [{ id, group, label: t(`action.${id}`), run }])
}
