import { Inbox, MessageSquare, User } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export type Pane = 'work' | 'talk' | 'customer'

interface BottomBarProps {
  pane: Pane
  workCount: number
  onPane: (pane: Pane) => void
}

const icons = { work: Inbox, talk: MessageSquare, customer: User }
const panes: readonly Pane[] = ['work', 'talk', 'customer']

/** On a phone: which pane is on the screen. */
export function BottomBar({ pane, workCount, onPane }: BottomBarProps) {
  const { t } = useTranslation()
  const words: Record<Pane, string> = {
    work: t('app.paneWork'),
    talk: t('app.paneTalk'),
    customer: t('app.paneCustomer'),
  }
  return (
    <nav
      aria-label={t('app.panes')}
      className="grid grid-cols-3 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      {panes.map((key) => {
        const Icon = icons[key]
        const here = key === pane
        return (
          <button
            key={key}
            type="button"
            aria-current={here ? 'page' : undefined}
            onClick={() => onPane(key)}
            className={`flex min-h-12 flex-col items-center justify-center gap-0.5 border-t-2 text-xs outline-offset-[-2px] ${here ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted'}`}
          >
            <Icon size={18} aria-hidden="true" />
            <span>
              {words[key]}
              {key === 'work' && workCount > 0 && ` · ${workCount}`}
            </span>
          </button>
        )
      })}
    </nav>
  )
}
