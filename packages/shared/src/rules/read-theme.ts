import { contrast, leastContrast, type Theme } from './theme.ts'

const isColour = (value: unknown): value is string => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)

/** What of `given` can be used, and for the developer what cannot and why. */
export function readTheme(given: Partial<Record<keyof Theme, unknown>>): { theme: Theme; problems: string[] } {
  const theme: Theme = {}
  const problems: string[] = []
  const { accent, ground, text, radius, mode } = given
  if (isColour(accent)) theme.accent = accent
  else if (accent !== undefined && accent !== null) problems.push('accent is no #rrggbb')
  if (isColour(ground) && isColour(text)) {
    const found = contrast(ground, text)
    if (found >= leastContrast) Object.assign(theme, { ground, text })
    else problems.push(`text on ground has a contrast of ${found.toFixed(1)}; ${leastContrast} is needed`)
  } else if (ground !== undefined || text !== undefined)
    problems.push('ground and text are needed together, as #rrggbb')
  if (typeof radius === 'number' && radius >= 0 && radius <= 24) theme.radius = radius
  else if (radius !== undefined) problems.push('radius is no number of pixels from 0 to 24')
  if (mode === 'light' || mode === 'dark' || mode === 'auto') theme.mode = mode
  else if (mode !== undefined) problems.push('mode is none of light, dark, auto')
  return { theme, problems }
}
