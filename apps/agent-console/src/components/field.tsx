import { type ReactNode, useId } from 'react'

/** What its control must carry. */
interface FieldParts {
  id: string
  className: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

interface FieldProps {
  label: string
  /** Said below while nothing is wrong. */
  hint?: string | undefined
  problem?: string | undefined
  children: (parts: FieldParts) => ReactNode
}

const control =
  'mt-1 block min-h-9 w-full rounded-md border bg-surface px-2 py-1 disabled:opacity-60 pointer-coarse:min-h-11'

/** A control with its name above and what is wrong with it below. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  const said = problem ?? hint
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        className: `${control} ${problem === undefined ? 'border-line-strong' : 'border-dnd'}`,
        ...(problem !== undefined && { 'aria-invalid': true }),
        ...(said !== undefined && { 'aria-describedby': `${id}-said` }),
      })}
      {said !== undefined && (
        <p id={`${id}-said`} className={`mt-1 text-sm ${problem === undefined ? 'text-muted' : 'text-dnd'}`}>
          {said}
        </p>
      )}
    </div>
  )
}
