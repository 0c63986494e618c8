import { type ReactNode, useId } from 'react'

/** A titled part of a pane; the count stands at the end of the title. */
export function Section({
  title,
  count,
  children,
}: {
  title: string
  count?: number | undefined
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="px-4 py-3">
      <h3 className="mb-1.5 flex justify-between text-sm font-semibold text-muted">
        <span id={id}>{title}</span>
        {count !== undefined && <span>{count}</span>}
      </h3>
      {children}
    </section>
  )
}
