import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoArea } from 'd3-geo'
import { feature } from 'topojson-client'
import { expect, test } from 'vitest'
import { simplifyArc } from './simplify-arcs.ts'
import { smallAtlas } from './small-map.ts'

type Topology = Parameters<typeof feature>[0]
const whole = readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')

/** Square kilometres by country. */
function areas(text: string): Map<unknown, number> {
  const topology = JSON.parse(text) as Topology
  const object = topology.objects['countries']
  const countries = object && feature(topology, object)
  if (countries?.type !== 'FeatureCollection') throw new Error('no countries')
  return new Map(countries.features.map((each) => [each.properties?.['name'], geoArea(each) * 6371 ** 2]))
}

test('every country is on the small map, the same way round and of its size, atolls roughly', () => {
  const small = areas(smallAtlas(whole))
  const missing = [...areas(whole)].filter(([name, area]) => {
    const share = (small.get(name) ?? 0) / area
    return share < 0.3 || share > 2
  })
  expect(missing).toEqual([])
  expect(small.size).toBeGreaterThan(230)
})

test('the map costs less than half of what it is made from', () => {
  expect(smallAtlas(whole).length).toBeLessThan(whole.length / 2)
})

test('a corner that is seen stays, one that is not goes', () => {
  const far = [
    [0, 0],
    [10, 0],
    [0, 10],
    [10, 0],
    [0, -10],
  ] as const
  expect(simplifyArc(far, [1, 1], 2)).toEqual(far)
  const flat = [
    [0, 0],
    [5, 1],
    [5, -1],
    [5, 10],
    [15, -10],
  ] as const
  expect(simplifyArc(flat, [1, 1], 2)).toEqual([
    [0, 0],
    [10, 0],
    [5, 10],
    [15, -10],
  ])
})
