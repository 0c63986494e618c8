import type { Team } from '@beckon/shared/protocol/rest/presence'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

/** While somebody looks; milliseconds. */
const askedAgainMs = 3_000

/** Who serves customers and has these letters in the name, as they are while somebody looks. */
export function useTeam(letters: string) {
  const { data, isError, refetch } = useQuery({
    queryKey: ['team', letters],
    queryFn: async () => {
      const team = await fetchJson<Team>(`/api/v1/team?${new URLSearchParams({ q: letters }).toString()}`)
      return { team, receivedAt: Date.now() }
    },
    placeholderData: keepPreviousData,
    refetchInterval: askedAgainMs,
    // On a line that is down every question fails in its turn: the age on the screen says it, no longer wait does.
    retry: false,
    staleTime: 0,
  })
  // Who administers the site may have no line: the server's time is that of the answer, and what has passed since here.
  const now = () => (data ? data.team.asOf + Date.now() - data.receivedAt : 0)
  return { team: data?.team, now, isError, refetch }
}
