import { QueryClient } from '@tanstack/react-query'
import { HttpError } from '../realtime/fetch-json.ts'

/** Only an unreachable or overloaded server is worth asking again. */
const worthAgain = (error: Error) => error instanceof HttpError && (error.status === 0 || error.status >= 500)

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => count < 2 && worthAgain(error), refetchOnWindowFocus: false },
    },
  })
