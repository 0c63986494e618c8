import type { ReactNode } from 'react'
import { type Tone, toneChip } from './tone.ts'

export function Chip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2 py-px text-xs font-medium ${toneChip[tone]}`}
    >
      {children}
    </span>
  )
}
