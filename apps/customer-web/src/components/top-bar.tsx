import type { ReactNode } from 'react'
import { t } from './catalogue/text.ts'
import { IconButton } from './icon-button.tsx'

interface TopBarProps {
  title: string
  subtitle?: ReactNode
  /** The title is the heading of a screen that has no other. */
  heading?: boolean
  /** A person is round, a business is square. */
  round?: boolean
  onBack?: () => void
  /** Absent in a window of its own. */
  onClose?: () => void
  children?: ReactNode
}

export const TopBar = ({ title, subtitle, heading = false, round = false, onBack, onClose, children }: TopBarProps) => (
  <header className="top-bar">
    {onBack !== undefined && <IconButton label={t('app.back')} icon="back" onPress={onBack} />}
    <span className={round ? 'badge badge-round' : 'badge'} aria-hidden="true">
      {title.slice(0, 1).toUpperCase()}
    </span>
    <div className="top-bar-names">
      {heading ? (
        <h1 className="top-bar-title" tabIndex={-1}>
          {title}
        </h1>
      ) : (
        <p className="top-bar-title">{title}</p>
      )}
      {subtitle !== undefined && <p className="top-bar-subtitle">{subtitle}</p>}
    </div>
    {children}
    {onClose !== undefined && <IconButton label={t('app.close')} icon="close" onPress={onClose} />}
  </header>
)
