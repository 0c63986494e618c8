import type { TrailEntry } from '@beckon/shared/model/context'
import { useTranslation } from 'react-i18next'
import { pageText } from '../../components/page-text.ts'
import { timeOfDay } from '../../components/time-text.ts'
import { useClock } from '../../realtime/use-clock.ts'

function Dwell({ ms }: { ms: number }) {
  const { t } = useTranslation()
  const seconds = Math.round(ms / 1_000)
  return seconds < 60 ? t('customer.seconds', { n: seconds }) : t('customer.minutes', { n: Math.floor(seconds / 60) })
}

/** Since when the present page is open; the page's own clock may be off, so never less than nothing. */
function OpenFor({ since }: { since: number }) {
  const ms = useClock((now) => Math.max(0, Math.floor((now - since) / 1_000) * 1_000))
  return <Dwell ms={ms} />
}

interface PageTrailProps {
  trail: readonly TrailEntry[]
  /** The customer is connected: the last page is where they are. */
  here: boolean
}

/** The pages the customer was on, for how long, and what the site tracked there, oldest first. */
export function PageTrail({ trail, here }: PageTrailProps) {
  const { t } = useTranslation()
  if (trail.length === 0) return <p className="text-sm text-muted">{t('customer.noTrail')}</p>
  return (
    <ol className="flex flex-col gap-1 text-sm">
      {trail.map((page, index) => {
        const now = here && index === trail.findLastIndex(({ event }) => event === undefined)
        return (
          <li key={`${page.enteredAt} ${page.event} ${page.url}`} className="grid grid-cols-[44px_1fr] gap-x-2">
            <span className="text-muted">{timeOfDay(page.enteredAt)}</span>
            <span className="min-w-0">
              <span className="flex items-baseline justify-between gap-2">
                <span className={`truncate ${now ? 'font-semibold' : ''}`} title={page.url}>
                  {page.event ?? (page.title === '' ? pageText(page.url) : page.title)}
                </span>
                <span className="shrink-0 text-xs text-muted">
                  {now && <>{t('customer.now')}, </>}
                  {now ? <OpenFor since={page.enteredAt} /> : page.dwellMs > 0 && <Dwell ms={page.dwellMs} />}
                </span>
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
