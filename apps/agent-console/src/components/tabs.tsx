import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { nextIndex } from './menu-button.tsx'

interface Tab<K extends string> {
  key: K
  label: string
  icon?: ReactNode
  count?: number
}

interface TabsProps<K extends string> {
  label: string
  tabs: readonly Tab<K>[]
  chosen: K
  panelId: string
  /** Beside other things on a line, instead of a line of their own. */
  small?: boolean
  onChoose: (key: K) => void
}

const sizes = {
  wide: 'min-h-8 flex-auto justify-center px-2',
  small: 'min-h-7 gap-1 px-2.5 text-sm',
} as const

/** Keys of a tab list, which lies in a row. */
const asVertical: Record<string, string> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }

export function Tabs<K extends string>({ label, tabs, chosen, panelId, small = false, onChoose }: TabsProps<K>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === chosen)
    const next = nextIndex(asVertical[event.key] ?? event.key, at, tabs.length)
    const tab = next === undefined ? undefined : tabs[next]
    if (next === undefined || tab === undefined) return
    event.preventDefault()
    onChoose(tab.key)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }
  return (
    <div ref={list} role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown} className="flex gap-1">
      {tabs.map(({ key, label: text, icon, count }) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === chosen}
          aria-controls={panelId}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
          className={`inline-flex items-center rounded-md whitespace-nowrap pointer-coarse:min-h-11 ${small ? sizes.small : sizes.wide} ${key === chosen ? 'bg-sunken font-semibold' : 'text-muted hover:bg-sunken'}`}
        >
          {icon}
          {text}
          {count !== undefined && <span className="ms-1 text-sm font-normal text-muted">{count}</span>}
        </button>
      ))}
    </div>
  )
}
