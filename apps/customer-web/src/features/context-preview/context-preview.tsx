import { deviceKind } from '@beckon/shared/client/device-kind'
import type { LocationPrecision } from '@beckon/shared/rules/location'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { useHost } from '../../realtime/host-store.ts'
import { LocationShare } from './location-share.tsx'
import { useLocation } from './location-store.ts'
import { previewItems } from './preview-items.ts'
import { removeItem, restoreItems, usePreview, withPlace } from './preview-store.ts'
import './context-preview.css'

interface ContextPreviewProps {
  /** Set when the host site's signature says who this is: that travels too, and is not removable here. */
  signedName: string | null
  onShareLocation: (precision: LocationPrecision) => void
}

/** "The agent will see": everything that travels with the contact, each removable before it is sent. */
export function ContextPreview({ signedName, onShareLocation }: ContextPreviewProps) {
  const host = useHost((store) => store.state)
  const place = useLocation((store) => store.shared)
  const removed = usePreview((store) => store.removed)
  const items = previewItems(withPlace(host, place), deviceKind()).filter((item) => !removed.has(item.key))
  const nothing = items.length === 0 && signedName === null
  return (
    <section className="context-preview" aria-label={t('preview.title')}>
      <p className="context-preview-title">{nothing ? t('preview.nothing') : t('preview.title')}</p>
      <ul>
        {signedName !== null && (
          <li className="chip chip-fixed">
            {signedName} <span className="chip-note">{t('home.signed')}</span>
          </li>
        )}
        {items.map(({ key, label }) => (
          <li className="chip" key={key}>
            <span className="chip-text">{label}</span>
            <button type="button" aria-label={t('preview.remove', { item: label })} onClick={() => removeItem(key)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <LocationShare onShare={onShareLocation} />
      {removed.size > 0 && (
        <button type="button" className="link" onClick={restoreItems}>
          {t('preview.restore')}
        </button>
      )}
    </section>
  )
}
