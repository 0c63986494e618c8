import { PanelLeft, PanelRight } from 'lucide-react'

interface PaneToggleProps {
  side: 'work' | 'customer'
  label: string
  shown: boolean
  onToggle: () => void
}

/** Folds and unfolds a pane at the side; drawn mirrored where the reading direction is. */
export function PaneToggle({ side, label, shown, onToggle }: PaneToggleProps) {
  const Icon = side === 'work' ? PanelLeft : PanelRight
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={shown}
      onClick={onToggle}
      className={`grid size-8 shrink-0 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-11 ${shown ? 'text-ink' : 'text-muted'}`}
    >
      <Icon size={18} aria-hidden="true" className="rtl:-scale-x-100" />
    </button>
  )
}
