import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface NoticeProps {
  children: ReactNode
  /** `alert` interrupts a screen reader; the rest waits its turn. */
  role?: 'status' | 'alert'
}

/** One calm line about something that is not as it should be. */
export const Notice = ({ children, role = 'status' }: NoticeProps) => (
  <div className="notice" role={role}>
    <Icon name="alert" />
    <div>{children}</div>
  </div>
)
