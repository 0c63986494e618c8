import { type MediaKind, mediaKinds } from '@beckon/shared/model/channel'
import type { AgentId, CustomerId, SiteId } from '@beckon/shared/model/ids'
import { newPresence } from '../src/domain/presence/new-presence.ts'
import type { AgentRow, CustomerRow, PresenceRow } from '../src/domain/rows.ts'
import type { SiteInfo, SiteLists } from '../src/domain/site-lists.ts'
import { numberedId } from './sequential-ids.ts'

export const testSite: SiteInfo = {
  id: numberedId(0xf000) as SiteId,
  key: 'bluesky',
  name: 'Blue Sky',
  madeAt: 0,
  configuredAt: 0,
}

export const testLists: SiteLists = {
  subjects: [
    { key: 'booking', name: 'Booking', skill: null, isDefault: true },
    { key: 'baggage', name: 'Baggage', skill: 'baggage', isDefault: false },
    { key: 'disputes', name: 'Card disputes', skill: 'disputes', isDefault: false },
  ],
  choices: [
    { kind: 'disposition', key: 'solved' },
    { kind: 'disposition', key: 'rude-customer' },
    { kind: 'decline-reason', key: 'busy' },
    { kind: 'decline-reason', key: 'on-the-phone' },
    { kind: 'presence-reason', key: 'lunch' },
    { kind: 'presence-reason', key: 'meeting' },
  ],
}

/** An agent of the test site, `n`th of them. */
export const agentRow = (name: string, n: number, own: Partial<AgentRow> = {}): AgentRow => ({
  id: numberedId(0xa000 + n) as AgentId,
  userId: `user-of-${name}`,
  name,
  roles: ['agent'],
  skills: {},
  queues: [],
  languages: [],
  regions: [],
  capacity: { chat: 4, voice: 1, expert: 1 },
  handle: null,
  lostAt: null,
  dndSince: null,
  nextReason: null,
  disabledAt: null,
  ...own,
})

export const presenceRow = (agent: AgentRow, channel: MediaKind, n: number): PresenceRow =>
  newPresence(numberedId(0xb000 + n * mediaKinds.length + mediaKinds.indexOf(channel)), agent.id, channel, { since: 0 })

export const customerRow = (n: number, own: Partial<CustomerRow> = {}): CustomerRow => ({
  id: numberedId(0xc000 + n) as CustomerId,
  externalId: null,
  name: '',
  segment: null,
  signedContext: {},
  dialogueId: null,
  lastAgentId: null,
  mergedInto: null,
  createdAt: 0,
  ...own,
})
