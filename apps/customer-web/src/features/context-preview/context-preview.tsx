import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { useHost } from '../../realtime/host-store.ts'
import { device } from './device.ts'
import { previewItems } from './preview-items.ts'
import { removeItem, restoreItems, usePreview } from './preview-store.ts'
import './context-preview.css'

interface ContextPreviewProps {
  /** Set when the host site's signature says who this is: that travels too, and is not removable here. */
  signedName: string | null
}

/** "The agent will see": everything that travels with the contact, each removable before it is sent. */
export function ContextPreview({ signedName }: ContextPreviewProps) {
  const host = useHost((store) => store.state)
  const removed = usePreview((store) => store.removed)
  const items = previewItems(host, device()).filter((item) => !removed.has(item.key))
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
      {removed.size > 0 && (
        <button type="button" className="link" onClick={restoreItems}>
          {t('preview.restore')}
        </button>
      )}
    </section>
  )
}
