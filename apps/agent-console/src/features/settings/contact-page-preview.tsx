import type { ContactPage } from '@beckon/shared/model/contact-page'
import { useTranslation } from 'react-i18next'

/** What the customer will read, as the widget lays it out. */
export function ContactPagePreview({ page: { title, text, promotion, links } }: { page: ContactPage }) {
  const { t } = useTranslation()
  const empty = title === '' && text === '' && promotion === '' && links.length === 0
  return (
    <section
      aria-label={t('settings.preview')}
      className="min-w-0 self-start rounded-lg border border-line bg-ground p-4"
    >
      <p className="mb-2 text-xs font-medium text-muted">{t('settings.preview')}</p>
      <div className="flex flex-col gap-2 wrap-anywhere whitespace-pre-line">
        {empty && <p className="text-muted">{t('settings.page.empty')}</p>}
        {title !== '' && (
          <p className="text-lg font-semibold" dir="auto">
            {title}
          </p>
        )}
        {text !== '' && <p dir="auto">{text}</p>}
        {promotion !== '' && (
          <p className="rounded-md bg-accent-soft px-3 py-2" dir="auto">
            {promotion}
          </p>
        )}
        {links.map((link, at) => (
          <span key={at} className="text-accent underline" dir="auto">
            {link.title}
          </span>
        ))}
      </div>
    </section>
  )
}
