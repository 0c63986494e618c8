import type { SettingsFinding } from '@beckon/shared/model/settings-finding'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchVersion, HttpError, type Versioned } from '../../realtime/fetch-json.ts'

const keyOf = (path: string) => ['settings', path] as const

/** What is set now, with its version; null: it is not there yet. */
export function useSetting<T>(path: string) {
  return useQuery({
    queryKey: keyOf(path),
    queryFn: async (): Promise<Versioned<T> | null> => {
      try {
        return await fetchVersion<T>(path)
      } catch (error) {
        if (error instanceof HttpError && error.status === 404) return null
        throw error
      }
    },
    // Another may have set it since it was looked at the last time.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export type SaveState = 'resting' | 'saving' | 'saved' | 'changed' | 'refused' | 'unreachable' | 'failed'

export interface Saving<T> {
  state: SaveState
  problemAt: (at: string) => SettingsFinding['code'] | undefined
  problems: readonly SettingsFinding[]
  /** Resolves with what is set then, or with nothing when it was not saved. */
  save: (
    request: { method: 'POST' | 'PATCH' | 'DELETE'; body?: unknown },
    to?: string,
  ) => Promise<Versioned<T> | undefined>
  /** The form holds something else than what was saved. */
  touched: () => void
}

/** Saves from the version that was read; whoever was faster is not overwritten. */
export function useSaving<T>(path: string, first: string | undefined): Saving<T> {
  const client = useQueryClient()
  const [etag, setEtag] = useState(first)
  const { mutateAsync, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: ({ to, ...request }: { to: string; method: 'POST' | 'PATCH' | 'DELETE'; body?: unknown }) =>
      fetchVersion<T>(to, { ...request, ifMatch: request.method === 'POST' ? undefined : etag }),
    onSuccess: (saved, { method }) => {
      setEtag(saved.etag)
      client.setQueryData(keyOf(path), method === 'DELETE' ? null : saved)
    },
  })
  const problems = error instanceof HttpError ? error.problems : []
  return {
    state: isPending ? 'saving' : isSuccess ? 'saved' : error ? stateOf(error) : 'resting',
    problems,
    problemAt: (at) => problems.find((problem) => problem.at === at)?.code,
    save: (request, to = path) =>
      // What went wrong is in `state`.
      mutateAsync({ ...request, to }).catch(() => undefined),
    touched: () => {
      if (isSuccess || error) reset()
    },
  }
}

function stateOf(error: Error): SaveState {
  if (!(error instanceof HttpError)) return 'failed'
  if (error.code === 'changed' || error.code === 'conflict') return 'changed'
  if (error.status === 0) return 'unreachable'
  return error.status === 422 || error.status === 400 ? 'refused' : 'failed'
}
