/** A key, drawn; hidden from screen readers, who get it from `aria-keyshortcuts` or the hint. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd
      aria-hidden="true"
      className="pointer-coarse:hidden rounded-[4px] border border-current/35 px-1 font-sans text-[11px] leading-4 opacity-85"
    >
      {keys}
    </kbd>
  )
}
