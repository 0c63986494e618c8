import { readableOn, type Theme, wordsOn } from './theme.ts'

/** What stands in the widget's `base.css`. */
const grounds = { light: '#ffffff', dark: '#141a21' } as const
export const ourAccent = '#2f56d6'
/** Enough on `ground` to be 4.5 on `ground-2`, which is a shade nearer to the words. */
const onShade = 5.5

const mix = (one: string, other: string, percent: number): string => `color-mix(in srgb, ${one} ${percent}%, ${other})`

/** One value where light and dark have the same. */
const inBoth = (valueFor: (mode: 'light' | 'dark') => string): string => {
  const [light, dark] = [valueFor('light'), valueFor('dark')]
  return light === dark ? light : `light-dark(${light}, ${dark})`
}

/** A theme that can be read (`readTheme`) as CSS properties of the root; the browser follows the device by itself. */
export function lookOf({ accent = ourAccent, ground, text, radius = 8, mode = 'auto' }: Theme): Record<string, string> {
  const baseOf = (shown: 'light' | 'dark') => ground ?? grounds[shown]
  const readable = (shown: 'light' | 'dark') => readableOn(baseOf(shown), accent, onShade)
  const accentOf = (shown: 'light' | 'dark') => (shown === 'dark' ? readable(shown) : accent)
  return {
    'color-scheme': mode === 'auto' ? 'light dark' : mode,
    '--accent': inBoth(accentOf),
    '--on-accent': inBoth((shown) => wordsOn(accentOf(shown))),
    '--accent-text': inBoth(readable),
    '--radius': `${radius}px`,
    ...(ground !== undefined && text !== undefined
      ? {
          '--ground': ground,
          '--text': text,
          '--text-2': text,
          '--ground-2': mix(ground, text, 94),
          '--line': mix(ground, text, 85),
          '--line-strong': mix(ground, text, 65),
        }
      : {}),
  }
}
