import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'
import { meKey } from './use-me.ts'
import { deviceKey } from '../../realtime/this-device.ts'

/** Drafts and unsent texts hold customers' words: they do not outlive the session of a shared computer. */
export function forgetLocally(storage: Storage): void {
  for (const key of Object.keys(storage)) {
    if (key.startsWith('beckon.') && key !== deviceKey) storage.removeItem(key)
  }
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => fetchJson<unknown>('/api/v1/auth/sign-out', { method: 'POST' }),
    onSuccess: () => {
      forgetLocally(localStorage)
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] })
      client.setQueryData(meKey, null)
    },
  })
}
