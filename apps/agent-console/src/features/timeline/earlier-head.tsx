import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import type { Earlier } from './use-earlier.ts'

/** The way back to what was before. */
export function EarlierHead({ state, showMore }: Pick<Earlier, 'state' | 'showMore'>) {
  const { t } = useTranslation()
  return (
    <div
      role="status"
      className="absolute inset-x-0 top-1 flex h-10 items-center justify-center gap-2 text-sm text-muted"
    >
      {state === 'failed' && t('timeline.earlierFailed')}
      {state === 'loading' && t('timeline.earlierLoading')}
      {showMore !== undefined && (
        <Button small look="quiet" onClick={showMore}>
          <History size={14} aria-hidden="true" />
          {state === 'failed' ? t('app.tryAgain') : t('timeline.earlier')}
        </Button>
      )}
    </div>
  )
}
