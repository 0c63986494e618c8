import type { MeResponse } from '@beckon/shared/protocol/http'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { fetchJson, HttpError } from '../../realtime/fetch-json.ts'

export const meKey = ['me'] as const

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async (): Promise<MeResponse | null> => {
    try {
      return await fetchJson<MeResponse>('/api/v1/me')
    } catch (error) {
      if (error instanceof HttpError && error.status === 401) return null
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

export const useMe = () => useQuery(meQuery)
