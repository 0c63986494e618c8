import type { LocationPrecision } from '@beckon/shared/rules/location'
import { useLocation } from './location-store.ts'

/** Longer than a person needs to answer the browser, milliseconds. */
const answerMs = 60_000
/** A place this old is still where they are, milliseconds. */
const freshMs = 300_000

/** Asks the browser where the customer is; call it after their click only. */
export function shareLocation(precision: LocationPrecision): void {
  useLocation.setState({ asking: true, refused: false })
  const refused = () => useLocation.setState({ asking: false, refused: true })
  if (navigator.geolocation === undefined) return refused()
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude, longitude } }) =>
      useLocation.setState({ asking: false, shared: { latitude, longitude, precision } }),
    refused,
    { enableHighAccuracy: precision === 'exact', timeout: answerMs, maximumAge: freshMs },
  )
}
