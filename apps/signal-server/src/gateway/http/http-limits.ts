/** Requests one address may make in a minute; a whole office, or a carrier's customers, may share one. */
export interface HttpLimits {
  /** Of any kind. */
  all: number
  /** New or renewed visitors, identities, handovers. */
  visitor: number
  /** Sign-ins that failed; those that succeed are not counted. */
  failedSignIn: number
  /** Requests of one API key, whatever the address. */
  apiKey: number
  /** Keys that are none. */
  failedKey: number
}

export const httpLimits: HttpLimits = { all: 2_400, visitor: 300, failedSignIn: 20, apiKey: 600, failedKey: 60 }

/** The same for one e-mail address, whoever tries: 10 in 15 minutes. */
export const failedSignInByEmail = { tries: 10, seconds: 900 } as const
