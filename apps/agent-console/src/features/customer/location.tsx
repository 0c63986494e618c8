import type { TrustedContextItem } from '@beckon/shared/model/context'
import type { SharedLocation } from '@beckon/shared/rules/location'
import { ExternalLink } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { outsideMap } from './place-text.ts'

const LocationMap = lazy(async () => ({ default: (await import('./location-map.tsx')).LocationMap }))

interface LocationProps {
  place: SharedLocation
  source: TrustedContextItem['source']
  /** Of the customer. */
  name: string
}

export function Location({ place, source, name }: LocationProps) {
  const { t } = useTranslation()
  const by = source === 'customer' ? t('customer.sharedBy', { name }) : t('customer.client')
  return (
    <div className="mt-3">
      <Suspense fallback={<div className="aspect-[28/15] rounded-md bg-sunken motion-safe:animate-pulse" />}>
        <LocationMap place={place} />
      </Suspense>
      <p className="flex flex-wrap justify-between gap-x-2 text-sm text-muted">
        <span>
          {by}, {t(`customer.precision.${place.precision}`)}
        </span>
        <a
          href={outsideMap(place)}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-6 items-center gap-1 text-accent hover:underline pointer-coarse:min-h-11"
        >
          {t('customer.outsideMap')}
          <ExternalLink size={12} aria-hidden="true" />
        </a>
      </p>
    </div>
  )
}
