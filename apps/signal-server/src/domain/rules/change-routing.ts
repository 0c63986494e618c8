import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import type { RoutingChange } from '@beckon/shared/protocol/rest/routing'
import { canonical } from '@beckon/shared/rules/canonical'
import type { Decide } from '../site-command.ts'
import { problemsOf, warningsOf } from './check-settings.ts'

/** Settings are rows like others: every node has them with the commit, and who waits is routed by them at once. */
export const changeRouting: Decide<'routing:change'> = (draft, { change, seen, actor }) => {
  const { site, subjects, rules } = draft.state
  const before = rules.settings
  if (seen && canonical(seen) !== canonical(before)) return refuse('stale-fence')
  const routing = changed(before, change)
  const problems = problemsOf(routing, new Set(subjects.keys()))
  if (problems.length > 0) return { ok: false, error: { code: 'invalid', problems } }
  const warnings = warningsOf(routing, draft.state)
  const parts = differing(before, routing)
  if (parts.length > 0) {
    const told = (of: RoutingSettings): object => Object.fromEntries(parts.map((part) => [part, of[part] ?? null]))
    const what = { action: 'routing:change', target: 'routing', before: told(before), after: told(routing) }
    draft.put('settings', { id: site.id, routing })
    draft.audit.push({ ...actor, ...what, id: draft.ids.uuid() })
  }
  return ok({ routing, warnings })
}

/** What is absent stays. */
function changed(before: RoutingSettings, { signIn, ...lists }: RoutingChange): RoutingSettings {
  const given = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined))
  const after: RoutingSettings = { ...before, ...given }
  if (signIn === null) delete after.signIn
  else if (signIn !== undefined) after.signIn = signIn
  return after
}

const differing = (before: RoutingSettings, after: RoutingSettings): (keyof RoutingSettings)[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)] as (keyof RoutingSettings)[])].filter(
    (part) => canonical(before[part] ?? null) !== canonical(after[part] ?? null),
  )
