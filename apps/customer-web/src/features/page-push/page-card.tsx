import type { Entry } from '@beckon/shared/model/entry'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { useHost } from '../../realtime/host-store.ts'
import { dismissPage, openPage } from './answer-page.ts'
import { pageTarget } from './page-target.ts'
import './page-push.css'

interface PageCardProps {
  entry: Pick<Entry, 'streamId' | 'id' | 'author'>
  page: { url: string; title: string }
  outcome: 'opened' | 'dismissed' | undefined
  inCall: boolean
  /** To the small window of ours; false when the browser gave none. */
  onMoveCall: () => boolean
}

/** Host and path, without the scheme; what cannot be parsed is shown as it came. */
function addressText(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname } = new URL(url)
  return host + (pathname === '/' ? '' : pathname)
}

/** A page the agent shows: nothing happens until the customer says so. */
export function PageCard({ entry, page, outcome, inCall, onMoveCall }: PageCardProps) {
  const [blocked, setBlocked] = useState(false)
  const hostOrigin = useHost((store) => store.link.origin)
  const target = pageTarget(page.url, hostOrigin, inCall)
  // It would open in the host's page, and take the frame and its call away. One that was opened need not be.
  const endsCall = inCall && outcome !== 'opened' && pageTarget(page.url, hostOrigin, false)?.how === 'here'
  const openText = endsCall ? 'page.tab' : outcome === undefined ? 'page.open' : 'page.again'
  const agent = entry.author.name || t('agent.none')
  return (
    <article className="page-card" aria-label={t('page.shows', { agent })}>
      <p className="page-card-from">
        <Icon name="page" />
        {t('page.shows', { agent })}
      </p>
      <p className="page-card-title" dir="auto">
        {page.title}
      </p>
      <p className="page-card-address" dir="ltr">
        {addressText(page.url)}
      </p>
      {target === undefined && <p className="page-card-state">{t('page.refused')}</p>}
      {outcome !== undefined && (
        <p className="page-card-state" role="status">
          <Icon name={outcome === 'opened' ? 'check' : 'close'} />
          {t(`page.${outcome}`)}
        </p>
      )}
      {endsCall && <p className="page-card-state">{t(blocked ? 'call.window.blocked' : 'page.in-call')}</p>}
      <div className="page-card-actions">
        {endsCall && (
          <Button kind="main" icon="window" onPress={() => setBlocked(!onMoveCall())}>
            {t('page.move')}
          </Button>
        )}
        {target !== undefined && (
          <Button
            kind={outcome === undefined && !endsCall ? 'main' : 'plain'}
            onPress={() => openPage(entry, target, outcome)}
          >
            {t(openText)}
          </Button>
        )}
        {outcome === undefined && <Button onPress={() => dismissPage(entry)}>{t('page.dismiss')}</Button>}
      </div>
    </article>
  )
}
