import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { Button } from '../../components/button.tsx'
import { t } from '../../components/catalogue/text.ts'
import { useLive } from '../../realtime/live-store.ts'
import { useClock } from '../../components/use-clock.ts'
import './contact.css'

interface WaitingProps {
  interaction: CustomerInteraction
  /** The server's clock. */
  now: () => number
  /** With something to write below, the position takes less room. */
  compact: boolean
  onLeave: (() => void) | undefined
  onChatInstead?: () => void
}

const positionText = (position: number | null): string =>
  position === null || position <= 1 ? t('waiting.next') : t('waiting.position', { n: position })

export function Waiting({ interaction, now, compact, onLeave, onChatInstead }: WaitingProps) {
  const time = useClock(now)
  const { enqueuedAt, estimatedWait, greeting, unserved, staffed } = interaction
  // A place that nobody vouches for now is not told.
  const live = useLive((store) => store.status === 'online')
  const position = live ? interaction.position : undefined
  return (
    <section className={compact ? 'waiting waiting-compact' : 'waiting'} aria-label={t('waiting.title')}>
      <p className="waiting-place" aria-hidden="true">
        {position === undefined ? '…' : Math.max(1, position ?? 1)}
      </p>
      <div className="waiting-words">
        <p className="waiting-position" role="status">
          {position === undefined
            ? t('connection.offline.short')
            : unserved
              ? t('waiting.unserved')
              : positionText(position)}
          {live && !unserved && !staffed && ` ${t('waiting.nobody')}`}
          {live && estimatedWait && ` ${t(`waiting.${estimatedWait.kind}`, estimatedWait)}`}
        </p>
        {greeting && <p>{greeting}</p>}
        <p className="waiting-kept">{t('waiting.kept')}</p>
        <p className="waiting-time">
          <span role="timer">{t('waiting.for', { time: clockText(time - enqueuedAt) })}</span>
        </p>
      </div>
      <div className="waiting-actions">
        {onChatInstead !== undefined && (
          <Button kind="main" icon="chat" onPress={onChatInstead}>
            {t('waiting.chat')}
          </Button>
        )}
        <Button kind="quiet" onPress={onLeave}>
          {t('waiting.leave')}
        </Button>
      </div>
    </section>
  )
}
