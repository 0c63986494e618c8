import type { MicrophoneRefusal } from '@beckon/shared/client/microphone'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'

interface MicrophoneRefusedProps {
  reason: MicrophoneRefusal
  onRetry: () => void
  /** Absent in the window itself. False: the browser gave none. */
  onWindow?: () => boolean
  /** Go on in writing, or leave the call. */
  onGiveUp: () => void
  giveUpText: string
}

/** Why it does not work, and what else does: never a dead end. */
export function MicrophoneRefused({ reason, onRetry, onWindow, onGiveUp, giveUpText }: MicrophoneRefusedProps) {
  const [blocked, setBlocked] = useState(false)
  const offersWindow = reason !== 'missing' && onWindow !== undefined
  return (
    <section className="call-panel" aria-label={t('channel.call')}>
      <p className="call-words" role="alert">
        <Icon name="mic-off" />
        <span>
          <strong>{t(`microphone.${reason}`)}</strong> {t(`microphone.${reason}.how`)}
        </span>
      </p>
      {blocked && <p role="alert">{t('call.window.blocked')}</p>}
      <div className="call-actions">
        {offersWindow && (
          <Button kind="main" icon="window" onPress={() => setBlocked(!onWindow())}>
            {t('call.window')}
          </Button>
        )}
        {reason !== 'forbidden-by-page' && <Button onPress={onRetry}>{t('app.retry')}</Button>}
        <Button kind={offersWindow ? 'quiet' : 'plain'} onPress={onGiveUp}>
          {giveUpText}
        </Button>
      </div>
    </section>
  )
}
