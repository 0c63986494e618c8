/** What a colour may mean; each comes with a word beside it. */
export type Tone = 'neutral' | 'available' | 'partial' | 'busy' | 'dnd' | 'wrapup' | 'offline'

export const toneText: Record<Tone, string> = {
  neutral: 'text-muted',
  available: 'text-available',
  partial: 'text-partial',
  busy: 'text-busy',
  dnd: 'text-dnd',
  wrapup: 'text-wrapup',
  offline: 'text-offline',
}

export const toneChip: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  available: 'bg-available-soft text-available',
  partial: 'bg-partial-soft text-partial',
  busy: 'bg-busy-soft text-busy',
  dnd: 'bg-dnd-soft text-dnd',
  wrapup: 'bg-wrapup-soft text-wrapup',
  offline: 'bg-offline-soft text-offline',
}
