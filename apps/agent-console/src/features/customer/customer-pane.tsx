import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { locationKey, parseLocation } from '@beckon/shared/rules/location'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../components/chip.tsx'
import { ContextRows } from '../../components/context-rows.tsx'
import { pageText } from '../../components/page-text.ts'
import { PresenceGlyph } from '../../components/presence-glyph.tsx'
import { Section } from '../../components/section.tsx'
import { TrustChip } from '../../components/trust-chip.tsx'
import { Alongside } from './alongside.tsx'
import { Location } from './location.tsx'
import { PageTrail } from './page-trail.tsx'

interface CustomerPaneProps {
  work: WorkView
  subjectName: string
  siteName: string
  subjects: MeResponse['subjects']
  /** The customer's past, below the rest. */
  children: ReactNode
}

export function CustomerPane({ work, subjectName, siteName, subjects, children }: CustomerPaneProps) {
  const { t } = useTranslation()
  const { customer, context } = work
  const name = customer.name === '' ? t('offer.visitor') : customer.name
  const said = context.items.find(({ key }) => key === locationKey)
  const place = said && parseLocation(said.value)
  const items = place === undefined ? context.items : context.items.filter((item) => item !== said)
  const page = context.trail.at(-1)
  const here = work.customerPresence === 'here'
  const words = { signed: t('customer.signed'), client: t('customer.client'), signedHint: t('customer.signedHint') }
  return (
    <div className="flex flex-col py-3">
      <div className="mx-3 rounded-lg border border-line bg-surface p-3">
        <p className="flex items-center justify-between gap-2">
          <span className="truncate text-lg font-semibold">{name}</span>
          <Chip tone={here ? 'available' : 'offline'}>
            <PresenceGlyph presence={here ? 'available' : 'offline'} size={12} />
            {here ? t('customer.here') : t('customer.away')}
          </Chip>
        </p>
        <p className="mt-1 flex flex-wrap gap-1.5">
          <TrustChip customer={customer} words={{ yes: t('offer.identified'), no: t('offer.notIdentified') }} />
        </p>
        <p className="mt-2 text-sm text-muted">
          {customer.identified ? t('customer.identifiedBy', { site: siteName }) : t('customer.notIdentified')}
        </p>
        <dl className="mt-2 grid grid-cols-[76px_1fr] gap-x-2 gap-y-1 text-sm">
          <dt className="text-muted">{t('customer.subject')}</dt>
          <dd>{subjectName}</dd>
          <dt className="text-muted">{t('customer.reference')}</dt>
          <dd className="select-all">{work.reference}</dd>
          {here && page !== undefined && (
            <>
              <dt className="text-muted">{t('customer.page')}</dt>
              <dd className="truncate" title={page.url}>
                {page.title === '' ? pageText(page.url) : page.title}
              </dd>
            </>
          )}
          {context.locale !== null && (
            <>
              <dt className="text-muted">{t('customer.language')}</dt>
              <dd>{context.locale}</dd>
            </>
          )}
          {context.device !== null && (
            <>
              <dt className="text-muted">{t('customer.device')}</dt>
              <dd>{t(`customer.deviceKind.${context.device}`)}</dd>
            </>
          )}
        </dl>
        {said !== undefined && place !== undefined && <Location place={place} source={said.source} name={name} />}
      </div>
      <Alongside work={work} subjects={subjects} />
      <Section title={t('customer.context')} count={items.length}>
        {items.length === 0 ? (
          <p className="text-sm text-muted">{t('customer.noContext')}</p>
        ) : (
          <dl className="grid grid-cols-[88px_1fr] gap-x-2 gap-y-1 text-sm">
            <ContextRows items={items} words={words} />
          </dl>
        )}
      </Section>
      <Section title={t('customer.trail')} count={context.trail.length}>
        <PageTrail trail={context.trail} here={here} />
      </Section>
      {children}
    </div>
  )
}
