import { ok } from '@beckon/shared/protocol/reply'
import type { Decide } from '../site-command.ts'
import { problemsOf, warningsOf } from './check-settings.ts'

/** Settings are rows like others: every node has them with the commit, and who waits is routed by them at once. */
export const saveRouting: Decide<'routing:save'> = (draft, { routing }) => {
  const { site, subjects, agents } = draft.state
  const problems = problemsOf(routing, new Set(subjects.keys()))
  if (problems.length > 0) return { ok: false, error: { code: 'invalid', problems } }
  draft.put('settings', { id: site.id, routing })
  return ok({ warnings: warningsOf(routing, agents.values()) })
}
