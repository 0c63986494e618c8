import type { ChannelPresence, OverallPresence } from '@beckon/shared/model/presence'
import {
  Circle,
  CircleCheck,
  CircleMinus,
  CircleSlash,
  Clock,
  Contrast,
  type LucideIcon,
  Square,
  TriangleAlert,
} from 'lucide-react'
import { type Tone, toneText } from './tone.ts'

type AnyPresence = OverallPresence | ChannelPresence

/** Each presence is a shape, a colour and (beside it) a word. */
const glyphs: Record<AnyPresence, { icon: LucideIcon; tone: Tone; filled?: boolean }> = {
  ready: { icon: CircleCheck, tone: 'available' },
  available: { icon: CircleCheck, tone: 'available' },
  partial: { icon: Contrast, tone: 'partial' },
  busy: { icon: Square, tone: 'busy', filled: true },
  unavailable: { icon: CircleSlash, tone: 'offline' },
  dnd: { icon: CircleMinus, tone: 'dnd' },
  'wrap-up': { icon: Clock, tone: 'wrapup' },
  'not-responding': { icon: TriangleAlert, tone: 'dnd' },
  offline: { icon: Circle, tone: 'offline' },
}

export const presenceTone = (presence: AnyPresence): Tone => glyphs[presence].tone

export function PresenceGlyph({ presence, size = 16 }: { presence: AnyPresence; size?: number }) {
  const { icon: Icon, tone, filled = false } = glyphs[presence]
  return <Icon size={size} aria-hidden="true" className={toneText[tone]} fill={filled ? 'currentColor' : 'none'} />
}
