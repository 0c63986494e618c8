import type { MicrophoneRefusal } from '@beckon/shared/client/microphone'
import { MicOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'

/** Why there is no microphone, and what to do about it. */
export function HeadsetObstacle({ reason, onAgain }: { reason: MicrophoneRefusal; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="flex gap-3 rounded-lg border border-dnd/40 bg-dnd-soft p-3">
      <MicOff size={20} aria-hidden="true" className="mt-px shrink-0 text-dnd" />
      <div className="min-w-0">
        <p className="font-semibold">{t(`headset.refused.${reason}`)}</p>
        <p className="mt-0.5">{t(`headset.remedy.${reason}`)}</p>
        <Button small className="mt-2" onClick={onAgain}>
          {t('app.tryAgain')}
        </Button>
      </div>
    </div>
  )
}
