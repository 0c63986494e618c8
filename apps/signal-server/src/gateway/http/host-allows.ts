import type { IncomingMessage } from 'node:http'
import type { Config } from '../../runtime/config.ts'

export type HostName = 'public' | 'widget'

/** Which of our two names a request asks for; undefined: neither, so it is not meant for us. */
export function hostAllows(
  config: Pick<Config, 'publicUrl' | 'widgetUrl' | 'trustProxy'>,
  request: Pick<IncomingMessage, 'headers'>,
): HostName | undefined {
  const asked = askedHost(config.trustProxy, request.headers)
  if (asked === undefined) return undefined
  if (sameHost(config.publicUrl, asked)) return 'public'
  return sameHost(config.widgetUrl, asked) ? 'widget' : undefined
}

/** A trusted proxy may have put its own name into `Host`; the last one it names is the one it was asked for. */
function askedHost(trustProxy: boolean, headers: IncomingMessage['headers']): string | undefined {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined
  return (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim() ?? headers.host
}

/** `:443` and upper case are the same host. */
function sameHost(ourUrl: string, asked: string): boolean {
  const ours = new URL(ourUrl)
  const text = `${ours.protocol}//${asked}`
  if (!/^[\w.:[\]-]+$/.test(asked) || !URL.canParse(text)) return false
  return new URL(text).host === ours.host
}
