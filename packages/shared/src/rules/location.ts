/** The context key of where the customer is, when they chose to say so. */
export const locationKey = 'location'

/** Decimals of a degree: 0.1° is about 11 km, 0.0001° about 11 m. */
const decimals = { coarse: 1, exact: 4 } as const
export type LocationPrecision = keyof typeof decimals

export interface SharedLocation {
  /** Degrees, north and east positive. */
  latitude: number
  longitude: number
  precision: LocationPrecision
}

/** As it travels: `51.5,-0.5`, or `51.4700,-0.4543`; how exact it is can be seen from its decimals alone. */
export function locationText({ latitude, longitude, precision }: SharedLocation): string {
  const round = (degrees: number) => degrees.toFixed(decimals[precision])
  return `${round(latitude)},${round(longitude)}`
}

/** What `locationText` made, or undefined for anything else a page may say under the same key. */
export function parseLocation(text: string): SharedLocation | undefined {
  const match = /^(-?\d{1,2}\.\d{1,4}),(-?\d{1,3}\.\d{1,4})$/.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  const precision = match[1].split('.')[1]?.length === decimals.coarse ? 'coarse' : 'exact'
  return { latitude, longitude, precision }
}
