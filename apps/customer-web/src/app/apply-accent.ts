/** Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** White or near-black, whichever can be read on `hex`. */
export const textOn = (hex: string): string => (1.05 / (luminance(hex) + 0.05) >= 4.5 ? '#ffffff' : '#111827')

/** The site's one colour; anything that is not `#rrggbb` leaves ours. */
export function applyAccent(accent: string | null): void {
  if (accent === null || !/^#[0-9a-f]{6}$/i.test(accent)) return
  const { style } = document.documentElement
  style.setProperty('--site-accent', accent)
  style.setProperty('--site-on-accent', textOn(accent))
}
