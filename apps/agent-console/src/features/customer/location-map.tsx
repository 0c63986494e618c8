import type { SharedLocation } from '@beckon/shared/rules/location'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { drawMap, mapSize } from './draw-map.ts'
import { loadCountries } from './load-countries.ts'
import { placeText } from './place-text.ts'

/** The region of the place, drawn from our own data; with a caption, so that nobody needs to see it. */
export function LocationMap({ place }: { place: SharedLocation }) {
  const { t } = useTranslation()
  const { latitude, longitude, precision } = place
  const { data: countries, isError } = useQuery({
    queryKey: ['countries'],
    queryFn: loadCountries,
    staleTime: Infinity,
  })
  const map = useMemo(
    () => countries && drawMap(countries, { latitude, longitude, precision }),
    [countries, latitude, longitude, precision],
  )
  const where = [placeText(place), map?.country].filter((part) => part !== undefined).join(' · ')
  const center = { cx: mapSize.width / 2, cy: mapSize.height / 2 }
  return (
    <figure>
      <svg
        viewBox={`0 0 ${mapSize.width} ${mapSize.height}`}
        role="img"
        aria-label={t('customer.map', { where })}
        aria-busy={map === undefined && !isError}
        className="block w-full rounded-md bg-(--sea)"
      >
        {map !== undefined && (
          <>
            <path d={map.land} className="fill-(--land) stroke-(--coast)" strokeWidth="0.75" />
            <path d={map.here} className="fill-(--land-here) stroke-(--coast)" strokeWidth="0.75" />
            <path d={map.area} className="fill-accent/20 stroke-accent" strokeWidth="0.75" />
          </>
        )}
        <circle {...center} r="9" className="fill-accent/20" />
        <circle {...center} r="4" className="fill-accent stroke-surface" strokeWidth="1.5" />
      </svg>
      <figcaption className="mt-1.5 text-sm">
        {where}
        {isError && <span className="block text-muted">{t('customer.mapFailed')}</span>}
      </figcaption>
    </figure>
  )
}
