import type { ButtonHTMLAttributes, Ref } from 'react'

type Look = 'primary' | 'plain' | 'quiet' | 'warning' | 'danger'

const looks: Record<Look, string> = {
  primary: 'border-transparent bg-accent font-medium text-accent-ink hover:brightness-110',
  plain: 'border-line bg-surface hover:border-line-strong hover:bg-ground',
  quiet: 'border-transparent bg-transparent hover:bg-sunken',
  warning: 'border-transparent bg-transparent text-partial hover:bg-partial-soft',
  danger: 'border-dnd/45 bg-surface text-dnd hover:bg-dnd-soft',
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look
  small?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', small = false, className = '', type = 'button', ...rest }: ButtonProps) {
  const size = small ? 'min-h-7 px-2 text-sm' : 'min-h-8 px-3'
  return (
    <button
      type={type}
      className={`inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-50 pointer-coarse:min-h-11 ${size} ${looks[look]} ${className}`}
      {...rest}
    />
  )
}
