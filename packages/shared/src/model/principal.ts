import type { Role } from './agent-view.ts'
import type { AgentId, CustomerId, SiteId } from './ids.ts'

/** Who is asking, as proven by a cookie or a token; never by what a payload says. */
export type Principal =
  | { kind: 'customer'; siteId: SiteId; customerId: CustomerId }
  | { kind: 'staff'; siteId: SiteId; agentId: AgentId; roles: readonly Role[] }
