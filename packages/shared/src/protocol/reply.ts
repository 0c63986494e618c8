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
] as const
export type ErrorCode = (typeof errorCodes)[number]

export interface Refusal {
  code: ErrorCode
  /** For developers; never shown to a customer, never holds their data. */
  detail?: string
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: Refusal }

export const ok = <T>(value: T): Reply<T> => ({ ok: true, value })
export const refuse = (code: ErrorCode, detail?: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
})
