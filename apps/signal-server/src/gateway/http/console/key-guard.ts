import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { SignedInProgram } from '../../auth/api-key.ts'
import type { HttpLimits } from '../http-limits.ts'
import { HttpProblem } from '../http-problem.ts'

export interface KeyGuard {
  /** Throws `unauthenticated` for what is no key, `rate-limited` for who tries or asks too often. */
  admit(address: string, find: () => Promise<SignedInProgram | undefined>): Promise<SignedInProgram>
}

/** Guesses are counted by address, work by key; on each node of its own. */
export function createKeyGuard({ apiKey, failedKey }: Pick<HttpLimits, 'apiKey' | 'failedKey'>): KeyGuard {
  const failures = new RateLimiterMemory({ points: failedKey, duration: 60 })
  const requests = new RateLimiterMemory({ points: apiKey, duration: 60 })
  return {
    admit: async (address, find) => {
      const before = await failures.get(address)
      if (before !== null && before.consumedPoints >= failedKey) throw new HttpProblem('rate-limited')
      const program = await find()
      if (!program) {
        await consume(failures, address)
        throw new HttpProblem('unauthenticated')
      }
      await consume(requests, program.principal.keyId)
      return program
    },
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((refusal: RateLimiterRes | Error) => {
    throw refusal instanceof Error ? refusal : new HttpProblem('rate-limited')
  })
}
