import type { Actor } from '../../../domain/site-command.ts'
import type { Asker } from '../route-access.ts'

/** As the audit names them. */
export function actorOf({ principal, name: actorName }: Asker): Actor {
  const byKey = principal.kind === 'api-key'
  return {
    actorKind: byKey ? 'api-key' : 'staff',
    actorId: byKey ? principal.keyId : principal.agentId,
    actorName,
  }
}
