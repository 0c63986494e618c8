import type { HelloResponse } from '@beckon/shared/protocol/http'
import { requestJson } from './request-json.ts'

export interface Hello extends Pick<HelloResponse, 'customer'> {
  /** The visitor's token, only where the cookie does not come back; null with a working cookie. */
  token: string | null
}

const hello = (body: object) => requestJson<HelloResponse>('/widget/api/hello', { body })

/**
 * Makes or renews the visitor. A cookie that is not seen on the second try fails in this browser: then, and only then,
 * a token takes its place. `keptToken` is one from an earlier page; `handover` a one-time code from another window.
 */
export async function sayHello(site: string, keptToken?: string | null, handover?: string): Promise<Hello> {
  const first = await hello({
    site,
    ...(keptToken ? { token: keptToken, cookieFailed: true } : {}),
    ...(handover === undefined ? {} : { handover }),
  })
  const settled = first.cookieSeen || first.token !== undefined
  const last = settled ? first : await hello({ site, cookieFailed: true })
  return { customer: last.customer, token: last.cookieSeen ? null : (last.token ?? null) }
}
