import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'

export interface MenuItem {
  key: string
  label: string
  hint?: string
  /** One of several that exclude each other; the one that holds is ticked. */
  checked?: boolean
  /** Stands above this item and names those that follow. */
  heading?: string
}

const anyItem = '[role^="menuitem"]'

interface MenuButtonProps extends Pick<ButtonProps, 'look' | 'small' | 'disabled' | 'aria-label'> {
  label: ReactNode
  /** Accessible name of the list. */
  menuLabel: string
  items: readonly MenuItem[]
  /** Above the button instead of below. */
  up?: boolean
  alignEnd?: boolean
  /** As wide as the nearest positioned box around it, for a menu in a narrow card. */
  wide?: boolean
  onChoose: (key: string) => void
  /** Below the items, e.g. a form. */
  footer?: (close: () => void) => ReactNode
}

/** Which item the arrow, Home and End keys lead to, or undefined for other keys. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (index + 1) % count
  if (key === 'ArrowUp') return (index - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

function MenuRow({ item, first, onChoose }: { item: MenuItem; first: boolean; onChoose: () => void }) {
  const { label, hint, checked, heading } = item
  return (
    <>
      {heading !== undefined && (
        <p className="mt-1 border-t border-line px-2 pt-2 pb-1 text-xs font-medium text-muted" aria-hidden="true">
          {heading}
        </p>
      )}
      <button
        type="button"
        role={checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked={checked}
        // The arrow keys lead to the others; a list that scrolls must be in reach of Tab.
        tabIndex={first ? 0 : -1}
        className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1.5 text-start hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11"
        onClick={onChoose}
      >
        <span className="min-w-0 flex-1">
          {label}
          {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
        </span>
        {checked === true && <Check size={14} aria-hidden="true" className="shrink-0" />}
      </button>
    </>
  )
}

export function MenuButton(props: MenuButtonProps) {
  const { label, menuLabel, items, up = false, alignEnd = false, wide = false, onChoose, footer, ...button } = props
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }

  useEffect(() => {
    if (!open) return
    root.current?.querySelector<HTMLElement>(`${anyItem}, input`)?.focus()
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
      return
    }
    const choices = [...(root.current?.querySelectorAll<HTMLElement>(anyItem) ?? [])]
    const index = choices.findIndex((choice) => choice === document.activeElement)
    const next = index === -1 ? undefined : nextIndex(event.key, index, choices.length)
    if (next === undefined) return
    event.preventDefault()
    choices[next]?.focus()
  }

  return (
    <div ref={root} className={wide ? undefined : 'relative'} onKeyDown={onKeyDown}>
      <Button {...button} aria-haspopup="menu" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open && (
        <div
          className={`pop-in absolute z-30 max-h-[min(26rem,70dvh)] overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-(--shadow) ${up ? 'bottom-full mb-1' : 'top-full mt-1'} ${wide ? 'inset-x-0' : alignEnd ? 'end-0 w-60' : 'start-0 w-72'}`}
        >
          <div role="menu" id={id} aria-label={menuLabel}>
            <p className="px-2 py-1 text-xs font-medium text-muted" aria-hidden="true">
              {menuLabel}
            </p>
            {items.map((item, index) => (
              <MenuRow
                key={item.key}
                item={item}
                first={index === 0}
                onChoose={() => {
                  close()
                  onChoose(item.key)
                }}
              />
            ))}
          </div>
          {footer?.(close)}
        </div>
      )}
    </div>
  )
}
