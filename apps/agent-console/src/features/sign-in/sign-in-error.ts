import { HttpError } from '../../realtime/fetch-json.ts'

export type SignInErrorKey = 'signIn.wrong' | 'signIn.tooMany' | 'signIn.offline' | 'signIn.failed'

/** The text for a refused sign-in; never tells whether the address or the password was wrong. */
export function signInErrorKey(error: unknown): SignInErrorKey {
  const status = error instanceof HttpError ? error.status : undefined
  if (status === 0) return 'signIn.offline'
  if (status === 429) return 'signIn.tooMany'
  if (status === 400 || status === 401 || status === 403 || status === 422) return 'signIn.wrong'
  return 'signIn.failed'
}
