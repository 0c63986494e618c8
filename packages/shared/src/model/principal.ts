import type { Role } from './agent-view.ts'
import type { AgentId, ApiKeyId, CustomerId, SiteId } from './ids.ts'

/** Who is asking, as proven by a cookie or a token; never by what a payload says. */
export type Principal =
  | { kind: 'customer'; siteId: SiteId; customerId: CustomerId }
  | { kind: 'staff'; siteId: SiteId; agentId: AgentId; roles: readonly Role[] }

/** A program, by its API key: never connected, owns nothing, serves nobody. */
export type Program = { kind: 'api-key'; siteId: SiteId; keyId: ApiKeyId; roles: readonly Role[] }
