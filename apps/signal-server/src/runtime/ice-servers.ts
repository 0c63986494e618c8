import type { IceServer } from '@beckon/shared/model/call-view'
import * as z from 'zod/mini'
import type { ConfigProblems } from './config-problems.ts'

const Url = z.string().check(z.regex(/^(stuns?|turns?):[^\s/]+$/))
const IceServers = z.array(
  z.object({
    urls: z.union([Url, z.array(Url)]),
    username: z.optional(z.string()),
    credential: z.optional(z.string()),
  }),
)

/** `ICE_SERVERS` is JSON as the browser takes it: `[{"urls":"stun:stun.example.com:3478"}]`. */
export function readIceServers(problems: ConfigProblems, value: string | undefined): IceServer[] {
  if (value === undefined || value.trim() === '') return []
  const result = z.safeParse(IceServers, parseJson(value))
  if (result.success) return result.data.map(withoutUndefined)
  problems.add('ICE_SERVERS must be a JSON list such as [{"urls":"stun:stun.example.com:3478"}]')
  return []
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whatever is no JSON fails the schema, which says what it should look like.
    return undefined
  }
}

function withoutUndefined(server: z.infer<typeof IceServers>[number]): IceServer {
  const { urls, username, credential } = server
  const list = typeof urls === 'string' ? [urls] : urls
  return {
    urls: list,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }
}
