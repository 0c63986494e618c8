import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface ButtonProps {
  children: ReactNode
  /** `main`: the one next step of a screen. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger'
  icon?: IconName
  /** Undefined: it cannot be done now, and the button says so by being off. */
  onPress: (() => void) | undefined
}

export const Button = ({ children, kind = 'plain', icon, onPress }: ButtonProps) => (
  <button
    type="button"
    className={`button button-${kind}`}
    disabled={onPress === undefined}
    onClick={() => onPress?.()}
  >
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </button>
)
