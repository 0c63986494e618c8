import type { Principal } from '@beckon/shared/model/principal'
import type { CommandName } from '@beckon/shared/protocol/commands'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Points in a number of seconds. */
export interface Allowance {
  points: number
  seconds: number
}

export interface Limits {
  /** Any commands of one socket. */
  socket: Allowance
  /** Messages and notes of one person (DESIGN: Defaults). */
  customerMessages: Allowance
  staffMessages: Allowance
  /** New contacts of one visitor. */
  contacts: Allowance
}

export const defaultLimits: Limits = {
  socket: { points: 400, seconds: 10 },
  customerMessages: { points: 20, seconds: 10 },
  staffMessages: { points: 100, seconds: 10 },
  contacts: { points: 5, seconds: 60 },
}

const limiter = ({ points, seconds }: Allowance): RateLimiterMemory => new RateLimiterMemory({ points, duration: seconds })

/** Asks whether one more command of this socket and this person is within the limits; counts it. */
export function createCommandLimits(limits: Limits): (socketId: string, who: Principal, name: CommandName) => Promise<boolean> {
  const socket = limiter(limits.socket)
  const customerMessages = limiter(limits.customerMessages)
  const staffMessages = limiter(limits.staffMessages)
  const contacts = limiter(limits.contacts)
  const spend = async (from: RateLimiterMemory, key: string): Promise<boolean> => {
    try {
      await from.consume(key)
      return true
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return false
      throw refused
    }
  }
  return async (socketId, who, name) => {
    if (!(await spend(socket, socketId))) return false
    if (name === 'contact:request') return spend(contacts, personOf(who))
    if (name !== 'message:send' && name !== 'note:add' && name !== 'page:push') return true
    return spend(who.kind === 'customer' ? customerMessages : staffMessages, personOf(who))
  }
}

const personOf = (who: Principal): string => (who.kind === 'customer' ? who.customerId : who.agentId)
