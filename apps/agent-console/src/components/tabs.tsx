import { type KeyboardEvent, useRef } from 'react'
import { nextIndex } from './menu-button.tsx'

interface Tab<K extends string> {
  key: K
  label: string
  count?: number
}

interface TabsProps<K extends string> {
  label: string
  tabs: readonly Tab<K>[]
  chosen: K
  panelId: string
  onChoose: (key: K) => void
}

/** Keys of a tab list, which lies in a row. */
const asVertical: Record<string, string> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }

export function Tabs<K extends string>({ label, tabs, chosen, panelId, onChoose }: TabsProps<K>) {
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
      {tabs.map(({ key, label: text, count }) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === chosen}
          aria-controls={panelId}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
          className={`min-h-8 flex-auto rounded-md px-2 whitespace-nowrap pointer-coarse:min-h-11 ${key === chosen ? 'bg-sunken font-semibold' : 'text-muted hover:bg-sunken'}`}
        >
          {text}
          {count !== undefined && <span className="ms-1 text-sm font-normal text-muted">{count}</span>}
        </button>
      ))}
    </div>
  )
}
