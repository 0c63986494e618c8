interface Asking {
  site?: string
  token?: string
}

/** The site stands in the body or, without one, in the query; a token never stands in an address. */
export function credentials(request: {
  body: unknown
  query: unknown
  headers: { authorization?: string | undefined }
}) {
  const { site = (request.query as Asking).site, token } = (request.body ?? {}) as Asking
  const bearer = request.headers.authorization?.match(/^Bearer (\S{1,100})$/)?.[1]
  return site === undefined ? undefined : { siteKey: site, token: token ?? bearer }
}
