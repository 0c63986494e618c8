import { feature } from 'topojson-client'
import countriesUrl from 'world-atlas/countries-50m.json?url'

type Topology = Parameters<typeof feature>[0]
export type Countries = Extract<ReturnType<typeof feature>, { type: 'FeatureCollection' }>

let loading: Promise<Countries> | undefined

async function load(): Promise<Countries> {
  const response = await fetch(countriesUrl)
  if (!response.ok) throw new Error(`the map answered ${response.status}`)
  const topology = (await response.json()) as Topology
  const object = topology.objects['countries']
  if (object === undefined) throw new Error('the map has no countries')
  const countries = feature(topology, object)
  if (countries.type !== 'FeatureCollection') throw new Error('the map is one country')
  return countries
}

/** The countries of the world (Natural Earth, 1:50 million, thinned by the build) from our own server; read once a page. */
export function loadCountries(): Promise<Countries> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}
