import { RefreshCw, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { useLink } from '../../realtime/link-store.ts'
import { useWork } from '../../realtime/work-store.ts'
import { useLostSeconds } from './use-lost-seconds.ts'
import { useOnline } from './use-online.ts'

interface ConnectionBannerProps {
  /** Changes to the version that waits; undefined while this one is the newest. */
  onNewVersion: (() => void) | undefined
}

function Bar({ icon, calm = false, children }: { icon: ReactNode; calm?: boolean; children: ReactNode }) {
  const tone = calm ? 'border-line bg-accent-soft' : 'border-partial/30 bg-partial-soft text-partial'
  return (
    <div className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 ${tone}`}>
      {icon}
      {children}
    </div>
  )
}

/** Says what a broken line means and what goes on; nothing while all is well. */
export function ConnectionBanner({ onNewVersion }: ConnectionBannerProps) {
  const { t } = useTranslation()
  const status = useLink((s) => s.status)
  const restarting = useLink((s) => s.restarting)
  const waiting = useLink((s) => s.pending.length)
  const idle = useWork((s) => s.work.length === 0)
  const online = useOnline()
  const lost = status === 'reconnecting'
  const seconds = useLostSeconds(lost)
  const old = status === 'upgrade-needed'
  const cause = !online ? t('link.offline') : restarting ? t('link.restarting') : t('link.lost')
  const queued = waiting > 0 && t('link.waiting', { count: waiting })
  return (
    <>
      <div role="alert">
        {lost && (
          <Bar icon={<WifiOff size={16} aria-hidden="true" />}>
            <p>
              <strong className="font-semibold">{cause}</strong> {t('link.lostHint')} {queued}
            </p>
          </Bar>
        )}
        {old && (
          <Bar icon={<RefreshCw size={16} aria-hidden="true" />}>
            <p>
              <strong className="font-semibold">{t('link.upgrade')}</strong>{' '}
              {idle ? t('link.upgradeHint') : t('link.upgradeBusy')} {queued}
            </p>
            <Button small onClick={() => location.reload()}>
              {t('app.reload')}
            </Button>
          </Bar>
        )}
      </div>
      {/* Not in the alert: a screen reader would count along. */}
      {lost && seconds > 0 && (
        <p className="border-b border-partial/30 bg-partial-soft px-4 pb-2 text-sm text-partial">
          {t('link.lostFor', { count: seconds })}
        </p>
      )}
      <div role="status">
        {onNewVersion !== undefined && !old && (
          <Bar calm icon={<RefreshCw size={16} aria-hidden="true" />}>
            <p>
              <strong className="font-semibold">{t('link.newVersion')}</strong> {t('link.newVersionHint')}
            </p>
            <Button small onClick={onNewVersion}>
              {t('app.reload')}
            </Button>
          </Bar>
        )}
      </div>
    </>
  )
}
