import type { SettingsFinding } from '@beckon/shared/model/settings-finding'
import type { Problem } from '@beckon/shared/protocol/http'
import type { ErrorCode, Refusal } from '@beckon/shared/protocol/reply'

/** The closed list of refusals, and what only HTTP has. */
export type ProblemCode = ErrorCode | 'changed' | 'unprocessable' | 'misdirected' | 'internal'

const kinds: Record<ProblemCode, { status: number; title: string }> = {
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  invalid: { status: 400, title: 'Not understood' },
  'too-large': { status: 413, title: 'Too large' },
  conflict: { status: 409, title: 'Conflict' },
  'stale-fence': { status: 409, title: 'Changed meanwhile' },
  expired: { status: 410, title: 'Too late' },
  busy: { status: 503, title: 'Busy' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  closed: { status: 409, title: 'Closed' },
  unavailable: { status: 503, title: 'Unavailable' },
  'upgrade-needed': { status: 426, title: 'Reload the page' },
  'already-open': { status: 409, title: 'Already open' },
  'file-not-allowed': { status: 415, title: 'Files of this kind are not taken' },
  'page-not-allowed': { status: 403, title: 'Page not allowed' },
  taken: { status: 409, title: 'Somebody was first' },
  'not-free': { status: 409, title: 'No free slot' },
  'call-elsewhere': { status: 409, title: 'Call is elsewhere' },
  'out-of-hours': { status: 409, title: 'Closed at this hour' },
  'queue-full': { status: 503, title: 'Too many wait' },
  'not-offered': { status: 403, title: 'Not offered' },
  changed: { status: 412, title: 'Changed meanwhile' },
  unprocessable: { status: 422, title: 'Not possible' },
  misdirected: { status: 421, title: 'Not served under this host name' },
  internal: { status: 500, title: 'Internal error' },
}

/** Thrown by handlers; `detail` is for developers and never holds what a person wrote. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly problems: readonly SettingsFinding[] | undefined
  readonly statusCode: number

  constructor(code: ProblemCode, detail?: string, problems?: readonly SettingsFinding[]) {
    super(code)
    this.code = code
    this.detail = detail
    this.problems = problems
    this.statusCode = kinds[code].status
  }

  static of(refusal: Refusal): HttpProblem {
    const { code, detail, problems } = refusal
    // Understood, and impossible.
    return new HttpProblem(problems ? 'unprocessable' : code, detail, problems)
  }

  /** RFC 9457. */
  body(requestId: string): Problem {
    const { status, title } = kinds[this.code]
    const { code, detail, problems } = this
    const said = { ...(detail !== undefined && { detail }), ...(problems && { problems: [...problems] }) }
    return { type: 'about:blank', title, status, code, requestId, ...said }
  }
}

export const notFound = (): HttpProblem => new HttpProblem('not-found')
