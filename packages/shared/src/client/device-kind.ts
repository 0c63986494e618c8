import type { DeviceKind } from '../model/context.ts'

/** By how it is touched and how large its screen is; the user agent's text lies. */
export function deviceKind(): DeviceKind {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop'
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet'
}
