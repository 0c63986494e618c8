import { readableOn, type Theme, wordsOn } from '@beckon/shared/rules/theme'

/** What stands in `base.css`. */
const grounds = { light: '#ffffff', dark: '#141a21' } as const
const ourAccent = '#2f56d6'
/** Enough on `ground` to be 4.5 on `ground-2`, which is a shade nearer to the words. */
const onShade = 5.5

const dark = matchMedia('(prefers-color-scheme: dark)')
let given: Theme = {}

function draw(): void {
  const { accent = ourAccent, ground, text, radius = 8, mode = 'auto' } = given
  const inDark = mode === 'dark' || (mode === 'auto' && dark.matches)
  const base = ground ?? grounds[inDark ? 'dark' : 'light']
  const shown = inDark ? readableOn(base, accent, onShade) : accent
  const { style } = document.documentElement
  style.colorScheme = mode === 'auto' ? 'light dark' : mode
  const tokens = {
    accent: shown,
    'on-accent': wordsOn(shown),
    'accent-text': readableOn(base, accent, onShade),
    radius: `${radius}px`,
    ...(ground && text ? { ground, text, 'ground-2': mix(ground, text, 94), line: mix(ground, text, 85) } : {}),
    ...(ground && text ? { 'text-2': text, 'line-strong': mix(ground, text, 65) } : {}),
  }
  for (const [name, value] of Object.entries(tokens)) style.setProperty(`--${name}`, value)
}

const mix = (one: string, other: string, percent: number): string => `color-mix(in srgb, ${one} ${percent}%, ${other})`

/** The site's look, checked by the server, and over it what its page says. Follows the device between light and dark. */
export function applyTheme(site: Theme | undefined, page?: object): void {
  given = { ...site }
  draw()
  // Few pages have a look of their own: the check of it comes with the first.
  if (page === undefined || Object.keys(page).length === 0) return
  void import('./check-theme.ts').then(({ checkTheme }) => {
    given = checkTheme({ ...site, ...page })
    draw()
  })
}

dark.addEventListener('change', draw)
