import { type Principal, personOf } from '@beckon/shared/model/principal'
import type { CommandName } from '@beckon/shared/protocol/commands'
import { type Allowance, AllowanceWindow } from './allowance-window.ts'

export interface Limits {
  /** Any commands of one socket. */
  socket: Allowance
  /** Messages, notes and files of one person (DESIGN: Defaults). */
  customerMessages: Allowance
  staffMessages: Allowance
  /** "Is typing" of one socket. */
  typing: Allowance
  /** New contacts of one visitor. */
  contacts: Allowance
  /** Connects of one person's pages; each is a commit. */
  connects: Allowance
  /** Pages of one person at a time on this node. */
  pages: number
}

export const defaultLimits: Limits = {
  socket: { points: 400, seconds: 10 },
  customerMessages: { points: 20, seconds: 10 },
  staffMessages: { points: 100, seconds: 10 },
  typing: { points: 20, seconds: 10 },
  contacts: { points: 5, seconds: 60 },
  connects: { points: 60, seconds: 60 },
  pages: 30,
}

/** Asks whether one more command of this socket and this person is within the limits; counts it. */
export function createCommandLimits(limits: Limits): (socketId: string, who: Principal, name: CommandName) => boolean {
  const socket = new AllowanceWindow(limits.socket)
  const customerMessages = new AllowanceWindow(limits.customerMessages)
  const staffMessages = new AllowanceWindow(limits.staffMessages)
  const typing = new AllowanceWindow(limits.typing)
  const contacts = new AllowanceWindow(limits.contacts)
  return (socketId, who, name) => {
    if (!socket.spend(socketId)) return false
    if (name === 'contact:request') return contacts.spend(personOf(who))
    if (name === 'typing:start') return typing.spend(socketId)
    if (!written.has(name)) return true
    return (who.kind === 'customer' ? customerMessages : staffMessages).spend(personOf(who))
  }
}

const written: ReadonlySet<CommandName> = new Set<CommandName>(['message:send', 'note:add', 'file:send', 'page:push'])
