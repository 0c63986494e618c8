import { addAbortSignal, type Readable } from 'node:stream'
import { HttpProblem } from '../http-problem.ts'

/** A line too slow for its part; the client sends smaller ones. */
const patienceMs = 60_000

/** The bytes of a body, at most `most`; a declared length beyond is refused unread. */
export async function readPart(body: Readable | null, declared: string | undefined, most: number): Promise<Buffer> {
  if (!body || Number(declared ?? 0) > most) throw new HttpProblem(body ? 'too-large' : 'invalid', 'body')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of addAbortSignal(AbortSignal.timeout(patienceMs), body)) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > most) throw new HttpProblem('too-large')
  }
  return Buffer.concat(chunks)
}
