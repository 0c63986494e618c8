import type { ResourceGroup } from '@beckon/shared/model/routing-settings'

export interface Position {
  /** Degrees. */
  latitude: number
  longitude: number
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Mean radius of the earth (IUGG), in kilometres. */
const earth = 6_371

/** Great-circle distance in kilometres, by the haversine formula: exact enough for near points, too. */
export function distanceKm(a: Position, b: Position): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)]
  const half = (one: number, other: number): number => Math.sin((other - one) / 2) ** 2
  const h = half(from, to) + Math.cos(from) * Math.cos(to) * half(radians(a.longitude), radians(b.longitude))
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The group whose place is nearest; of two as near the one named first. */
export function nearestGroup(groups: readonly ResourceGroup[], position: Position): ResourceGroup | undefined {
  let nearest: { group: ResourceGroup; km: number } | undefined
  for (const group of groups) {
    const km = distanceKm(group, position)
    if (nearest === undefined || km < nearest.km) nearest = { group, km }
  }
  return nearest?.group
}
