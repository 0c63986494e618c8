import type { SharedLocation } from '@beckon/shared/rules/location'
import { geoCircle, geoContains, geoMercator, geoPath } from 'd3-geo'
import type { Countries } from './load-countries.ts'

/** Of the drawing, in its own units. */
export const mapSize = { width: 280, height: 150 } as const
/** About 1,500 km from edge to edge: the shape of the coast is known again. */
const scale = 1_200
/** A coarse place is drawn as the area it may be in, degrees of radius; an exact one as a point. */
const radius = { coarse: 0.1, exact: 0 } as const

export interface DrawnMap {
  /** SVG path data. */
  land: string
  here: string | undefined
  area: string
  /** English name, undefined at sea. */
  country: string | undefined
}

/** The region round a place: all countries, the one it is in, and the place in the middle. */
export function drawMap({ features }: Countries, { latitude, longitude, precision }: SharedLocation): DrawnMap {
  const place: [number, number] = [longitude, latitude]
  const { width, height } = mapSize
  const projection = geoMercator()
    .center(place)
    .translate([width / 2, height / 2])
    .scale(scale)
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ])
  const path = geoPath(projection).digits(1)
  const home = features.find((country) => geoContains(country, place))
  const others = { type: 'FeatureCollection' as const, features: features.filter((country) => country !== home) }
  const name: unknown = home?.properties?.['name']
  return {
    land: path(others) ?? '',
    here: home && (path(home) ?? undefined),
    area: path(geoCircle().center(place).radius(radius[precision])()) ?? '',
    country: typeof name === 'string' ? name : undefined,
  }
}
