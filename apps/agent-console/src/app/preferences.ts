import { create } from 'zustand'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const languages = ['en', 'ar'] as const
export type Language = (typeof languages)[number]

export interface Preferences {
  theme: Theme
  language: Language
  /** Widths of the side panes, CSS pixels. */
  workPx: number
  customerPx: number
  workFolded: boolean
  customerFolded: boolean
}

/** Holds nobody's words, so that it outlives a session, unlike what `beckon.` keys keep. */
const storageKey = 'beckon-desk'

const firstTime = (): Preferences => ({
  theme: 'auto',
  language: navigator.language.startsWith('ar') ? 'ar' : 'en',
  workPx: 296,
  customerPx: 308,
  workFolded: false,
  customerFolded: false,
})

function load(): Preferences {
  try {
    return { ...firstTime(), ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>) }
  } catch {
    // A broken value costs the settings, not the desk.
    return firstTime()
  }
}

/** How this browser shows the desk. */
export const usePreferences = create<Preferences>()(load)

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  localStorage.setItem(storageKey, JSON.stringify(usePreferences.getState()))
}
