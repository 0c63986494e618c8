interface SwitchProps {
  on: boolean
  /** Accessible name. */
  label: string
  busy?: boolean
  onChange: ((on: boolean) => void) | undefined
}

export function Switch({ on, label, busy = false, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      aria-busy={busy}
      disabled={onChange === undefined}
      onClick={() => onChange?.(!on)}
      className="group grid h-6 min-w-8 place-items-center pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      <span
        className={`relative block h-4 w-7 rounded-full border transition-colors duration-150 ${on ? 'border-available bg-available forced-colors:bg-[Highlight]' : 'border-line-strong bg-sunken'} ${busy ? 'opacity-60' : ''}`}
      >
        <span
          className={`absolute top-px block size-3 rounded-full bg-surface shadow-sm forced-colors:bg-[ButtonText] transition-[inset-inline-start] duration-150 ${on ? 'start-[13px]' : 'start-px outline outline-line-strong'}`}
        />
      </span>
    </button>
  )
}
