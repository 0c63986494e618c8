import type { ReactNode } from 'react'
import { t } from '../../components/catalogue/text.ts'
import { Icon, type IconName } from '../../components/icon.tsx'

interface CallLineProps {
  icon: IconName
  words: string
  /** A timer beside the words. */
  time?: string
  /** Loud: it asks for something. */
  loud?: boolean
  children: ReactNode
}

/** One line about the call, and what can be done about it. */
export const CallLine = ({ icon, words, time, loud = false, children }: CallLineProps) => (
  <section className={loud ? 'call-panel call-panel-loud' : 'call-panel'} aria-label={t('channel.call')}>
    <p className="call-words">
      <Icon name={icon} />
      <span role="status">{words}</span>
      {time !== undefined && (
        <span className="call-time" role="timer">
          {time}
        </span>
      )}
    </p>
    <div className="call-actions">{children}</div>
  </section>
)
