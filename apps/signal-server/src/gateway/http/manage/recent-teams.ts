import type { SiteId } from '@beckon/shared/model/ids'
import type { TeamMember } from '@beckon/shared/protocol/rest/presence'
import type { CommitPath } from '../../../commit/commit-path.ts'
import { teamView } from '../../../domain/views/team-view.ts'
import type { Clock } from '../../../runtime/clock.ts'
import { HttpProblem } from '../http-problem.ts'

/** Milliseconds. */
const keptMs = 1_000

interface RecentTeam {
  asOf: number
  members: readonly TeamMember[]
}

/**
 * Each site's team from the memory that routes, looked at once a second at most, however many watch: a look at ten
 * thousand agents takes as long as a thousand decisions.
 */
export function recentTeams(commits: Pick<CommitPath, 'read'>, clock: Pick<Clock, 'now'>) {
  const recent = new Map<SiteId, { at: number; team: Promise<RecentTeam> }>()
  const look = async (siteId: SiteId): Promise<RecentTeam> => {
    const read = await commits.read(siteId, (state) => ({ asOf: clock.now(), members: teamView(state) }))
    if (read.ok) return read.value
    recent.delete(siteId)
    throw HttpProblem.of(read.error)
  }
  return {
    of(siteId: SiteId): Promise<RecentTeam> {
      const now = clock.now()
      const known = recent.get(siteId)
      if (known && Math.abs(now - known.at) < keptMs) return known.team
      const team = look(siteId)
      recent.set(siteId, { at: now, team })
      return team
    },
  }
}
