import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { acknowledgedOnce } from './acknowledged-once.ts'
import { capacityKept } from './capacity-kept.ts'
import { contactsKept } from './contacts-kept.ts'
import { gapFree } from './gap-free.ts'
import { nextKept } from './next-kept.ts'
import { oneOwner } from './one-owner.ts'
import { pickedOnly } from './picked-only.ts'
import { quietKept } from './quiet-kept.ts'
import { readersAgree } from './readers-agree.ts'
import { senderOrder } from './sender-order.ts'
import { sameReply } from './same-reply.ts'
import { separateSites } from './separate-sites.ts'
import { settled } from './settled.ts'
import { skillsKept } from './skills-kept.ts'

/** One thing that must hold: returns every way in which it does not. */
export type Check = (history: History, final: Final) => string[]

export const checks = {
  'acknowledged-once': acknowledgedOnce,
  'gap-free': gapFree,
  'readers-agree': readersAgree,
  'sender-order': senderOrder,
  'one-owner': oneOwner,
  'capacity-kept': capacityKept,
  'contacts-kept': contactsKept,
  'same-reply': sameReply,
  'separate-sites': separateSites,
  'skills-kept': skillsKept,
  'picked-only': pickedOnly,
  'quiet-kept': quietKept,
  'next-kept': nextKept,
  settled,
} satisfies Record<string, Check>

export interface Problem {
  check: keyof typeof checks
  what: string
}

/** What happened against what the database holds. */
export function checkHistory(history: History, final: Final): Problem[] {
  return (Object.keys(checks) as (keyof typeof checks)[]).flatMap((check) =>
    checks[check](history, final).map((what) => ({ check, what })),
  )
}
