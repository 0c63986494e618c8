import type { ContactQuery, DryRun } from '@beckon/shared/protocol/rest/routing'
import { knownSubject } from '../contact/known-subject.ts'
import { ownAgents, preferOwn } from '../contact/own-agent.ts'
import { admit, insteadOf } from '../queue/admission.ts'
import { placesBefore } from '../queue/position.ts'
import { minutes } from '../queue/rank.ts'
import type { CustomerRow } from '../rows.ts'
import { worthOf } from '../rules/worth.ts'
import type { SiteState } from '../site-state.ts'
import { explanationOf } from './explanation-of.ts'
import { choiceFor } from './match.ts'

/** Who would get such a contact now, and why; decided as a real one would be, and nothing rings [RT13]. */
export function dryRun(
  state: SiteState,
  asked: Omit<ContactQuery, 'customer'>,
  now: number,
  customer?: CustomerRow,
): DryRun {
  const { channel, whisper, region, segment = customer?.segment, locale } = asked
  const subject = knownSubject(state, asked.subject)
  const codes = { whisper: whisper ?? null, region: region ?? null, segment: segment ?? null, locale: locale ?? null }
  const facts = { channel, subject, position: null, ...codes }
  const admission = admit(state, facts, now)
  const queue = admission.queue.key
  if (!admission.admitted) {
    const instead = insteadOf(state, facts, admission.queue, now)
    return { admitted: false, queue, reason: admission.reason, instead }
  }
  const row = {
    channel,
    queue,
    plan: admission.plan,
    relaxed: 0,
    passedBy: {},
    ...preferOwn(state, { channel, ...admission }, ownAgents(state, customer, asked.agent ?? null), now),
  }
  const line = state.routing.lineOf(row)
  const { value } = worthOf(state.rules, { ...facts, agreement: null })
  const ahead = placesBefore(state, line, { id: '', enqueuedAt: now, rankAt: now - minutes(value) })
  // Where agents pick nobody is chosen.
  const choice = line.picked ? undefined : choiceFor(state, line, row, now)
  return { admitted: true, queue, position: ahead + 1, explanation: explanationOf(state, line, row, choice) }
}
