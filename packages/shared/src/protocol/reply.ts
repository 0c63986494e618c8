import type { ContactChannel } from '../model/channel.ts'
import type { SettingsFinding } from '../model/settings-finding.ts'

/** The closed list of refusals; the user's text for each lives in the apps' catalogues under `error.<code>`. */
export const errorCodes = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'too-large',
  'conflict',
  'stale-fence',
  'expired',
  'busy',
  'rate-limited',
  'closed',
  'unavailable',
  'upgrade-needed',
  /** One open interaction a channel: the customer has one already. */
  'already-open',
  /** The site takes no file of this kind. */
  'file-not-allowed',
  /** The site does not allow this address to be pushed. */
  'page-not-allowed',
  /** Another tab of the same person holds the call. */
  'call-elsewhere',
  /** Somebody else has picked the contact. */
  'taken',
  /** The agent could not be offered one now either: unavailable, at capacity, or something rings. */
  'not-free',
  /** A contact is not admitted: its queue is closed now, too long, or not for this customer. */
  'out-of-hours',
  'queue-full',
  'not-offered',
] as const
export type ErrorCode = (typeof errorCodes)[number]
export type NotAdmitted = Extract<ErrorCode, 'out-of-hours' | 'queue-full' | 'not-offered'>

/** What is possible in place of a contact that is not admitted. */
export interface Instead {
  /** When its queue opens, epoch milliseconds; null: it is open, or nobody knows. */
  opensAt: number | null
  /** Where the customer would be admitted now. */
  channels: ContactChannel[]
}

export interface Refusal {
  code: ErrorCode
  /** For developers; never shown to a customer, never holds their data. */
  detail?: string
  /** With the refusal of settings. */
  problems?: SettingsFinding[]
  /** With the refusal of a contact. */
  instead?: Instead
  /** With `taken`: the name of who was first. */
  by?: string
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: Refusal }

export const ok = <T>(value: T): Reply<T> => ({ ok: true, value })
export const refuse = (code: ErrorCode, detail?: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
})
