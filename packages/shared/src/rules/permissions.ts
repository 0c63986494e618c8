import type { Role } from '../model/agent-view.ts'
import type { Principal, Program } from '../model/principal.ts'
import type { CommandName } from '../protocol/commands.ts'

/**
 * `own`: rows that name the asker (their interaction, offer, call, stream). `served`: also what they served in the
 * last 24 h or serve now. `site`: anything of their site. Absent: never.
 */
export type Relation = 'own' | 'served' | 'site'
type Grants = Partial<Record<'customer' | 'agent' | 'expert' | 'supervisor' | 'admin', Relation>> & {
  /** Never by an API key, whatever its roles. */
  peopleOnly?: true
}

const customer: Grants = { customer: 'own' }
const owner: Grants = { agent: 'own', supervisor: 'own' }
/** Whoever has a media channel of their own. */
const reachable: Grants = { ...owner, expert: 'own' }
const both: Grants = { ...customer, ...owner }

/** HTTP acts, named like commands. */
export type HttpAction =
  | 'me:read'
  | 'history:read'
  | 'transcript:read'
  | 'transcript:save'
  | 'own-history:read'
  | 'own-transcript:save'
  | 'survey:answer'
  | 'customer:identify'
  | 'visitor:hand-over'
  | 'visitor:log-out'
  | 'file:upload'
  | 'file:read'
  | 'metrics:read'
  | 'my-work:read'
  | 'interaction:read'
  | 'interactions:search'
  | 'site:read'
  | 'site:change'
  | 'routing:read'
  | 'routing:change'
  | 'routing:explain'
  | 'presence:read'
  | 'people:read'
  | 'people:change'
  | 'choices:read'
  | 'choices:change'
  | 'api-keys:change'
  | 'audit:read'
export type Action = CommandName | HttpAction

/** Who may do what: the one table, for sockets and HTTP alike. No row, no right. */
export const permissions: Record<Action, Grants> = {
  'contact:request': customer,
  'contact:end': customer,
  'context:update': customer,
  'customer:identify': customer,
  'visitor:hand-over': customer,
  'visitor:log-out': customer,
  'own-history:read': customer,
  'own-transcript:save': customer,
  'survey:answer': customer,
  'page:answer': customer,
  'call:decline': customer,
  'message:send': both,
  'stream:mark-read': both,
  'typing:start': both,
  'file:upload': both,
  'file:send': both,
  'file:read': { customer: 'own', agent: 'served', supervisor: 'site' },
  'call:join': both,
  'call:connected': both,
  'call:restart': both,
  'call:hang-up': both,
  'call:signal': both,
  'stream:sync': { customer: 'own', agent: 'served', supervisor: 'site' },
  'offer:shown': owner,
  'offer:accept': owner,
  'offer:decline': owner,
  'queue:pick': owner,
  'presence:set': reachable,
  'presence:next': reachable,
  'dnd:set': reachable,
  'device:set': reachable,
  'media-channel:rename': reachable,
  'media-channel:remove': reachable,
  'note:add': owner,
  'page:push': owner,
  'call:invite': owner,
  'interaction:end': owner,
  'wrap-up:complete': owner,
  'wrap-up:extend': owner,
  'task:create': { ...owner, supervisor: 'site', admin: 'site' },
  'task:park': owner,
  'me:read': { agent: 'own', expert: 'own', supervisor: 'own', admin: 'own' },
  'my-work:read': { agent: 'own', supervisor: 'own', admin: 'own' },
  'history:read': { agent: 'served', supervisor: 'site', admin: 'site' },
  'transcript:read': { agent: 'served', supervisor: 'site' },
  'transcript:save': { agent: 'served', supervisor: 'site' },
  'interaction:read': { agent: 'served', supervisor: 'site', admin: 'site' },
  'interactions:search': { supervisor: 'site', admin: 'site' },
  'site:read': { supervisor: 'site', admin: 'site' },
  'site:change': { admin: 'site' },
  'routing:read': { supervisor: 'site', admin: 'site' },
  'routing:change': { admin: 'site' },
  'routing:explain': { supervisor: 'site', admin: 'site' },
  'presence:read': { supervisor: 'site', admin: 'site' },
  'people:read': { supervisor: 'site', admin: 'site' },
  'people:change': { admin: 'site' },
  'choices:read': { supervisor: 'site', admin: 'site' },
  'choices:change': { admin: 'site' },
  'api-keys:change': { admin: 'site', peopleOnly: true },
  'audit:read': { admin: 'site' },
  'metrics:read': { admin: 'site' },
}

const reach: Record<Relation, number> = { own: 1, served: 2, site: 3 }

/** The widest relation in which `who` may do `action`, or undefined: never. */
export function granted(who: Principal | Program, action: Action): Relation | undefined {
  const grants = permissions[action]
  if (who.kind === 'api-key') return grantedToProgram(who, grants)
  return widestOf(who.kind === 'customer' ? ['customer'] : who.roles, grants)
}

function widestOf(roles: readonly ('customer' | Role)[], grants: Grants): Relation | undefined {
  let widest: Relation | undefined
  for (const role of roles) {
    const relation = grants[role]
    if (relation !== undefined && (widest === undefined || reach[relation] > reach[widest])) widest = relation
  }
  return widest
}

/** Whether these roles may do it to anything of their site: what a page asks before it offers it. */
export const mayOnSite = (roles: readonly Role[], action: Action): boolean =>
  widestOf(roles, permissions[action]) === 'site'

/** Nothing is its own: only what its roles may do to anything of the site. */
const grantedToProgram = (who: Program, grants: Grants): Relation | undefined =>
  grants.peopleOnly !== true && who.roles.some((role) => grants[role] === 'site') ? 'site' : undefined

/** `relation` is how the thing asked about stands to the asker; without it the question is "at all?". */
export function can(who: Principal | Program, action: Action, relation: Relation = 'own'): boolean {
  const widest = granted(who, action)
  return widest !== undefined && reach[widest] >= reach[relation]
}
