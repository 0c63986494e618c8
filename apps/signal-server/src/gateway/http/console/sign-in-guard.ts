import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { failedSignInByEmail } from '../http-limits.ts'
import { HttpProblem } from '../http-problem.ts'

export interface SignInGuard {
  /** Counts a try before the password is looked at, so that many at once count, too; throws `rate-limited`. */
  enter(address: string, email: string): Promise<void>
  /** It was the right one: not a failure. */
  succeeded(address: string, email: string): Promise<void>
}

/** Slows down guessing, from one address and at one account, without hindering an office that signs in at nine. */
export function createSignInGuard(failuresPerMinute: number): SignInGuard {
  const byAddress = new RateLimiterMemory({ points: failuresPerMinute, duration: 60 })
  const { tries, seconds } = failedSignInByEmail
  const byEmail = new RateLimiterMemory({ points: tries, duration: seconds })
  return {
    enter: async (address, email) => {
      await consume(byAddress, address)
      await consume(byEmail, account(email))
    },
    succeeded: async (address, email) => {
      await Promise.all([byAddress.reward(address), byEmail.delete(account(email))])
    },
  }
}

const account = (email: string): string => email.trim().toLowerCase()

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((refusal: RateLimiterRes | Error) => {
    throw refusal instanceof Error ? refusal : new HttpProblem('rate-limited', 'too many failed sign-ins')
  })
}
