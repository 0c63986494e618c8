import type { Role } from '@beckon/shared/model/agent-view'
import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

export interface DemoAccount {
  name: string
  roles: Role[]
  email: string
  password: string
}

/** The people of the demo; none outside it, where the route does not exist. */
export function useDemoAccounts(): DemoAccount[] {
  const { data } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => fetchJson<DemoAccount[]>('/api/v1/demo/accounts'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? []
}
