import type { Device } from './preview-items.ts'

/** By how it is touched and how large its screen is; the user agent's text lies. */
export function device(): Device {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop'
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet'
}
