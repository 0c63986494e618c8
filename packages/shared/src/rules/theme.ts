/** The look of a widget as a site or its page gives it; colours are `#rrggbb`. */
export interface Theme {
  accent?: string
  /** Ground and words on it come together or not at all. */
  ground?: string
  text?: string
  /** Pixels. */
  radius?: number
  mode?: 'light' | 'dark' | 'auto'
}

/** WCAG 2.2, level AA, for words of normal size. */
export const leastContrast = 4.5

const parts = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = parts(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** White or black, whichever reads better on `ground`: one of them always has 4.5 at least. */
export const wordsOn = (ground: string): string =>
  contrast('#ffffff', ground) >= leastContrast ? '#ffffff' : '#000000'

/** `colour`, moved towards the words of `ground` as far as it takes to be read on it. */
export function readableOn(ground: string, colour: string, least = leastContrast): string {
  const end = parts(wordsOn(ground))
  for (let step = 0; step < 10; step++) {
    const mixed = parts(colour).map((part, at) => Math.round(part + (((end[at] ?? 0) - part) * step) / 10))
    const made = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
    if (contrast(made, ground) >= least) return made
  }
  return wordsOn(ground)
}
