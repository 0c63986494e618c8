import type { OverallPresence } from '@beckon/shared/model/presence'
import type { Team, TeamMember } from '@beckon/shared/protocol/rest/presence'
import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

/** While somebody looks; milliseconds. */
const askedAgainMs = 3_000

/** Everybody who serves customers, as they are while somebody looks. */
export function useTeam() {
  const { data, dataUpdatedAt, isError, refetch } = useQuery({
    queryKey: ['team'],
    queryFn: () => fetchJson<Team>('/api/v1/team'),
    refetchInterval: askedAgainMs,
    // On a line that is down every question fails in its turn: the age on the screen says it, no longer wait does.
    retry: false,
    staleTime: 0,
  })
  // Who administers the site may have no line: the server's time is that of the answer, and what has passed since here.
  const now = () => (data?.now ?? 0) + Date.now() - dataUpdatedAt
  return { team: data, now, isError, refetch }
}

/** Who could take a contact comes first, who is not there last. */
const order: readonly OverallPresence[] = ['ready', 'partial', 'busy', 'unavailable', 'dnd', 'offline']

/** How many are what, in the order of the list. */
export const countsOf = (members: readonly TeamMember[]): { overall: OverallPresence; count: number }[] =>
  order.flatMap((overall) => {
    const count = members.filter((member) => member.overall === overall).length
    return count === 0 ? [] : [{ overall, count }]
  })

/** Those whose name holds these letters; within one presence the order of the server, which is by name. */
export const foundIn = (members: readonly TeamMember[], letters: string): TeamMember[] =>
  members
    .filter(({ name }) => name.toLowerCase().includes(letters.trim().toLowerCase()))
    .sort((a, b) => order.indexOf(a.overall) - order.indexOf(b.overall))
