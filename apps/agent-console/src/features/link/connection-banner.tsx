import { WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { useLink } from '../../realtime/link-store.ts'

/** Says what a broken line means and what goes on; nothing while all is well. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const status = useLink((s) => s.status)
  const waiting = useLink((s) => s.pending.length)
  const upgrade = status === 'upgrade-needed'
  return (
    <div role="alert">
      {(status === 'reconnecting' || upgrade) && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-partial/30 bg-partial-soft px-4 py-2 text-partial">
          <WifiOff size={16} aria-hidden="true" />
          <p>
            <strong className="font-semibold">{upgrade ? t('link.upgrade') : t('link.lost')}</strong>{' '}
            {upgrade ? t('link.upgradeHint') : t('link.lostHint')}{' '}
            {waiting > 0 && t('link.waiting', { count: waiting })}
          </p>
          {upgrade && (
            <Button small onClick={() => location.reload()}>
              {t('app.reload')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
