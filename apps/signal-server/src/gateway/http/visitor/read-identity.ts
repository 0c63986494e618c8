import { errors, jwtVerify } from 'jose'
import * as z from 'zod/mini'
import type { SiteSettings } from '../../../stores/read-site-settings.ts'
import { HttpProblem } from '../http-problem.ts'

const Claims = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(200)),
  /** One audience: a token for several sites is for none. */
  aud: z.string(),
  exp: z.number(),
  name: z._default(z.string().check(z.maxLength(200)), ''),
  segment: z._default(z.nullable(z.string().check(z.maxLength(64))), null),
  context: z._default(
    z
      .record(z.string().check(z.minLength(1), z.maxLength(64)), z.string().check(z.maxLength(512)))
      .check(z.refine((context) => Object.keys(context).length <= 32)),
    {},
  ),
})
export type Identity = z.infer<typeof Claims>

const LONGEST_SECONDS = 3_600
/** Two clocks may differ by this much. */
const TOLERANCE_SECONDS = 10

/** What the site vouches for with its secret; refused with the part that is wrong, never with what it says. */
export async function readIdentity(token: string, site: SiteSettings, now: number): Promise<Identity> {
  const payload = await verified(token, site, now)
  const claims = Claims.safeParse(payload)
  if (!claims.success) throw refused(claims.error.issues[0]?.path.join('.') ?? 'claims')
  if (claims.data.exp > now / 1_000 + LONGEST_SECONDS + TOLERANCE_SECONDS)
    throw refused('exp is more than an hour away')
  return claims.data
}

async function verified(token: string, site: SiteSettings, now: number): Promise<object> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(site.identitySecret), {
      algorithms: ['HS256'],
      audience: site.key,
      typ: 'beckon-identity',
      requiredClaims: ['sub', 'exp'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(now),
    })
    return payload
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    throw refused(error instanceof errors.JWTClaimValidationFailed ? error.claim : error.code)
  }
}

const refused = (what: string): HttpProblem => new HttpProblem('forbidden', `identity not accepted: ${what}`)
