import type { Role } from './agent-view.ts'
import type { AgentId, ApiKeyId, CustomerId, SiteId } from './ids.ts'

/** Who is asking, as proven by a cookie or a token; never by what a payload says. */
export type Principal =
  | { kind: 'customer'; siteId: SiteId; customerId: CustomerId }
  | { kind: 'staff'; siteId: SiteId; agentId: AgentId; roles: readonly Role[] }

/** The id of the person who asks: whose tabs, limits and recorded commands they are. */
export const personOf = (who: Principal): CustomerId | AgentId =>
  who.kind === 'customer' ? who.customerId : who.agentId

/** A program, by its API key: never connected, owns nothing, serves nobody. */
export type Program = { kind: 'api-key'; siteId: SiteId; keyId: ApiKeyId; roles: readonly Role[] }
