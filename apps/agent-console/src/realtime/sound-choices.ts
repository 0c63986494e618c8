import { create } from 'zustand'

/** What one device of the agent plays through and listens with. */
export interface SoundChoices {
  /** Device ids; empty: whatever the browser takes by default. */
  microphone: string
  speaker: string
  ringer: string
  /** Of the ring, 0 to 1. */
  volume: number
  /** The headset check was passed on this device. */
  checked: boolean
}

const key = 'beckon.sound'
const defaults: SoundChoices = { microphone: '', speaker: '', ringer: '', volume: 0.7, checked: false }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What was stored, as far as it is what it should be. */
export function parseChoices(stored: string | null): SoundChoices {
  try {
    const value = JSON.parse(stored ?? '{}') as Record<string, unknown>
    const volume = typeof value['volume'] === 'number' ? Math.min(1, Math.max(0, value['volume'])) : defaults.volume
    return {
      microphone: text(value['microphone']),
      speaker: text(value['speaker']),
      ringer: text(value['ringer']),
      volume,
      checked: value['checked'] === true,
    }
  } catch {
    // Written by somebody else, or half: the check is done again.
    return defaults
  }
}

export const useSoundChoices = create<SoundChoices>()(() => parseChoices(localStorage.getItem(key)))

/** Kept for this device; the other tabs follow. */
export function chooseSound(change: Partial<SoundChoices>): void {
  useSoundChoices.setState(change)
  localStorage.setItem(key, JSON.stringify(useSoundChoices.getState()))
}

export function followSoundChoices(): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === key) useSoundChoices.setState(parseChoices(event.newValue))
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}
