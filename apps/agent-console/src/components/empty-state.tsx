import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: ReactNode
  title: string
  hint?: string
  children?: ReactNode
}

/** An empty place that says what to do first. */
export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  return (
    <div className="m-auto flex max-w-80 flex-col items-center gap-1 p-6 text-center">
      <div className="mb-2 grid size-12 place-items-center rounded-full bg-sunken text-muted">{icon}</div>
      <p className="text-lg font-semibold">{title}</p>
      {hint !== undefined && <p className="text-muted">{hint}</p>}
      {children}
    </div>
  )
}
