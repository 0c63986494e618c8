import type { TrailEntry } from '@beckon/shared/model/context'
import { useTranslation } from 'react-i18next'
import { pageText } from '../../components/page-text.ts'
import { timeOfDay } from '../../components/time-text.ts'

/** The pages the customer was on and what the site tracked there, oldest first; the last page is where they are. */
export function PageTrail({ trail }: { trail: readonly TrailEntry[] }) {
  const { t } = useTranslation()
  if (trail.length === 0) return <p className="text-sm text-muted">{t('customer.noTrail')}</p>
  return (
    <ol className="flex flex-col gap-1 text-sm">
      {trail.map((page, index) => {
        const now = index === trail.findLastIndex(({ event }) => event === undefined)
        return (
          <li key={`${page.enteredAt} ${page.event} ${page.url}`} className="grid grid-cols-[44px_1fr] gap-x-2">
            <span className="text-muted">{timeOfDay(page.enteredAt)}</span>
            <span className="min-w-0">
              <span className={`block truncate ${now ? 'font-semibold' : ''}`} title={page.url}>
                {page.event ?? (page.title === '' ? pageText(page.url) : page.title)}
                {now && <span className="ms-2 font-normal text-muted">{t('customer.now')}</span>}
              </span>
              {page.title !== '' && (
                <span className="block truncate text-xs text-muted">
                  <bdi>{page.event === undefined ? pageText(page.url) : page.title}</bdi>
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
