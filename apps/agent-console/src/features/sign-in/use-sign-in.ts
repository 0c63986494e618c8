import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'
import { meKey } from './use-me.ts'

export interface Credentials {
  email: string
  password: string
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      fetchJson<unknown>('/api/v1/auth/sign-in/email', { method: 'POST', body: credentials }),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  })
}
