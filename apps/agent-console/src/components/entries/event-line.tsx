import type { ReactNode } from 'react'

/** Something that happened, between two rules. */
export function EventLine({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-3 text-center text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <span className="max-w-[75%]">{children}</span>
    </p>
  )
}
