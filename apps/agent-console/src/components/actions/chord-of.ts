/** What was pressed, the part a chord is made of. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

const alone: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'CapsLock', 'Control', 'Meta', 'Shift', 'Unidentified'])
/** The same key on an Arabic keyboard. */
const sameAs: Readonly<Record<string, string>> = { '؟': '?' }

/**
 * `Mod+K`, `Alt+Shift+A`, `?`; undefined while only a modifier is down. `Mod` is Control, or Command on a Mac. With a
 * modifier a letter goes by its place: on a Mac Alt makes "å" of it, and Arabic keyboards have no A.
 */
export function chordOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Press): string | undefined {
  if (alone.has(key)) return undefined
  const mod = ctrlKey || metaKey
  const place = altKey || mod ? /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1] : undefined
  const name = place ?? (key.length === 1 ? (sameAs[key] ?? key.toUpperCase()) : key)
  // Shift is in the character already where one is typed.
  const shift = shiftKey && (place !== undefined || key.length > 1)
  return [mod && 'Mod', altKey && 'Alt', shift && 'Shift', name].filter((part) => part !== false).join('+')
}

export const hasModifier = (chord: string): boolean => /^(?:Mod|Alt)\+/.test(chord)

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** As it is drawn on a key. */
export const chordText = (chord: string): string =>
  isMac()
    ? chord.replace('Mod+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧')
    : chord.replace('Mod+', 'Ctrl ').replaceAll('+', ' ')

/** As `aria-keyshortcuts` has it. */
export const chordForAria = (chord: string): string => chord.replace('Mod+', isMac() ? 'Meta+' : 'Control+')
