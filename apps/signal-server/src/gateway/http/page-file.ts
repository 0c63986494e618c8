import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import type { FastifyReply } from 'fastify'
import { notFound } from './http-problem.ts'

/** A built page as text; `notFound` when there is none, or when `path` leads out of `folder`. */
export async function readPage(folder: string, path: string): Promise<string> {
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder + sep) || file.includes('\0')) throw notFound()
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))) {
      throw notFound()
    }
    throw error
  }
}

/** A page depends on settings: it is asked for anew each time; what it loads is cached. */
export function sendPage(reply: FastifyReply, html: string, policy: string): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .serializer(String)
    .send(html)
}
