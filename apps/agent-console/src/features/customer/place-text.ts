import type { SharedLocation } from '@beckon/shared/rules/location'

const degrees = (value: number, [positive, negative]: readonly [string, string], digits: number): string =>
  `${Math.abs(value).toFixed(digits)}° ${value < 0 ? negative : positive}`

/** `51.5° N, 0.5° W`: no more digits than were shared. */
export function placeText({ latitude, longitude, precision }: SharedLocation): string {
  const digits = precision === 'coarse' ? 1 : 4
  return `${degrees(latitude, ['N', 'S'], digits)}, ${degrees(longitude, ['E', 'W'], digits)}`
}

/** A map of others, for the streets ours does not have: opened by the agent's click only. */
export function outsideMap({ latitude, longitude, precision }: SharedLocation): string {
  const zoom = precision === 'coarse' ? 10 : 16
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=${zoom}/${latitude}/${longitude}`
}
