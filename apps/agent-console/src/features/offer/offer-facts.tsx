import type { OfferView } from '@beckon/shared/model/agent-view'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ContextRows } from '../../components/context-rows.tsx'
import { pageText } from '../../components/page-text.ts'

/** Context items in the card; the customer pane shows the rest after accepting. */
const previewItems = 4

export function OfferFacts({ offer }: { offer: OfferView }) {
  const { t } = useTranslation()
  const page = offer.context.trail.at(-1)
  const words = { signed: t('customer.signed'), client: t('customer.client'), signedHint: t('customer.signedHint') }
  return (
    <dl className="mt-2 grid grid-cols-[76px_1fr] gap-x-2 gap-y-1 text-sm">
      {offer.alongside.map(({ id, channel, agentName }) => (
        <Fragment key={id}>
          <dt className="text-muted">{t('customer.alongside')}</dt>
          <dd>
            {t(`presence.channel.${channel}`)} ·{' '}
            {agentName === null ? t('customer.waiting') : t('customer.withAgent', { name: agentName })}
          </dd>
        </Fragment>
      ))}
      {offer.task !== null && (
        <>
          <dt className="text-muted">{t('task.title')}</dt>
          <dd dir="auto" className="line-clamp-4">
            {offer.task.text}
          </dd>
        </>
      )}
      {page !== undefined && (
        <>
          <dt className="text-muted">{t('offer.page')}</dt>
          <dd className="truncate" title={page.url}>
            <bdi>{pageText(page.url)}</bdi>
          </dd>
        </>
      )}
      <ContextRows items={offer.context.items.slice(0, previewItems)} words={words} />
      {offer.context.items.length > previewItems && (
        <dd className="col-start-2 text-muted">
          {t('offer.more', { count: offer.context.items.length - previewItems })}
        </dd>
      )}
    </dl>
  )
}
