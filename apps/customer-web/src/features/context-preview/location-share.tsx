import type { LocationPrecision } from '@beckon/shared/rules/location'
import { t } from '../../components/catalogue/text.ts'
import { useLocation } from './location-store.ts'

/** "Share where I am": roughly, or exactly by a second choice. */
export function LocationShare({ onShare }: { onShare: (precision: LocationPrecision) => void }) {
  const { shared, asking, refused } = useLocation()
  if (asking) return <p role="status">{t('preview.location.asking')}</p>
  const next = shared?.precision === 'coarse' ? 'exact' : 'coarse'
  const label = shared === undefined ? 'preview.location.share' : (`preview.location.${next}` as const)
  return (
    <p>
      <button type="button" className="link" onClick={() => onShare(next)}>
        {t(label)}
      </button>
      {refused && <span role="alert"> {t('preview.location.refused')}</span>}
    </p>
  )
}
