import type { Queue, RoutingSettings } from '@beckon/shared/model/routing-settings'
import type pg from 'pg'
import { defaultSettings, plainQueue } from '../src/domain/rules/default-settings.ts'
import type { SeededSite } from '../testing/seed-site.ts'

/** How good an agent must be at what `baggage` asks for, by how long the contact has waited; then anybody will do. */
export const asked = [
  { untilMs: 2_500, level: 3 },
  { untilMs: 5_000, level: 1 },
] as const

/** Agents choose from what waits there. */
export const visibleQueue = 'visible'
/** Takes who comes when so many wait already. */
export const restQueue = 'rest'
const overflowAt = 2

const queue = (key: string, own: Partial<Queue>): Queue => ({
  ...plainQueue,
  key,
  name: key,
  steps: [
    { afterMs: asked[0].untilMs, lowerLevels: asked[0].level - asked[1].level },
    { afterMs: asked[1].untilMs, dropSkills: ['baggage'] },
  ],
  ...own,
})
const button = { greeting: null, announcements: [], legs: 'both' as const }

/** A skill with levels and steps, overflow, a queue that is picked from, values and a promise. */
const routing: RoutingSettings = {
  ...defaultSettings,
  queues: [
    queue('service', { overflow: { queue: restQueue, atLength: overflowAt } }),
    queue(restQueue, {}),
    queue(visibleQueue, { answer: 'pick' }),
  ],
  buttons: [
    { ...button, when: { subject: 'baggage' }, queue: 'service', skills: { baggage: asked[0].level } },
    { ...button, when: { subject: 'upgrade' }, queue: visibleQueue, skills: {} },
  ],
  values: [{ when: { subject: 'baggage' }, value: 5 }],
  agreements: [{ fromValue: 5, withinMs: 3_000, raise: 10 }],
}

/** Three in four customers ask for what rings. */
export const subjects = ['booking', 'booking', 'baggage', 'upgrade'] as const

/** Every second agent is good at baggage, the others some or not at all. */
export async function setRules(db: pg.Pool, { siteId, agents }: SeededSite): Promise<void> {
  await db.query(`insert into settings (id, site_id, version, routing) values ($1, $1, 0, $2)`, [siteId, routing])
  await db.query(
    `insert into subjects (site_id, key, name) values ($1, 'baggage', 'Baggage'), ($1, 'upgrade', 'Upgrade')`,
    [siteId],
  )
  await db.query(
    `insert into site_choices (site_id, kind, key, name, position) values ($1, 'presence-reason', 'lunch', 'Lunch', 0)`,
    [siteId],
  )
  await db.query(
    `update agents set skills = case n % 4 when 1 then '{"baggage": 4}' when 2 then '{"baggage": 1}' when 3
        then '{"baggage": 3}' else '{}' end::jsonb
      from unnest($1::uuid[]) with ordinality as a (agent, n) where id = agent`,
    [agents],
  )
}
