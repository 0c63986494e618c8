import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { FilePartReply } from '@beckon/shared/protocol/file'
import { fileLimits, fileNameHeader } from '@beckon/shared/rules/file-limits'
import { fileName } from '@beckon/shared/rules/file-name'
import { type FileType, fileTypes } from '@beckon/shared/rules/file-types'
import { sniffFile } from '@beckon/shared/rules/sniff-file'
import {
  addPart,
  beginFile,
  type FileAuthor,
  readStoredFile,
  readUploadPlace,
  type UploadPlace,
} from '../../../stores/store-file.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { readPart } from './read-part.ts'
import { createUploadLimits, uploadQuota } from './upload-limits.ts'

export interface AskedPart {
  fileId: CommandId
  streamId: StreamId
  /** Of the whole file. */
  size: number
  offset: number
}

type Receive = (
  who: Principal,
  part: AskedPart,
  headers: IncomingHttpHeaders,
  body: Readable | null,
) => Promise<FilePartReply>

/** Takes a part of a file from a participant of an open stream; all but its bytes is judged before they are read. */
export function createFileReceiver({ db, clock }: Pick<HttpGatewayOptions, 'db' | 'clock'>): Receive {
  const letIn = createUploadLimits()
  return async (who, part, headers, body) => {
    const author = authorOf(who)
    const leave = letIn(author.id)
    try {
      const since = clock.now() - uploadQuota.lateMs
      const place = await readUploadPlace(db, { ...part, author, since })
      admit(who, place, part)
      const bytes = await readPart(body, headers['content-length'], fileLimits.partBytes)
      if (bytes.length === 0 || part.offset + bytes.length > part.size) throw new HttpProblem('invalid', 'length')
      const file = await readStoredFile(db, part.fileId)
      if (!file && part.offset > 0) throw notFound()
      if (!file) {
        const type = typeOf(bytes, part.size, place.kinds)
        const name = fileName(nameIn(headers), type)
        await beginFile(db, { ...part, id: part.fileId, author, name, type, at: clock.now() })
      }
      return await store(part, author, bytes)
    } finally {
      leave()
    }
  }

  async function store(part: AskedPart, author: FileAuthor, bytes: Buffer): Promise<FilePartReply> {
    const file = await readStoredFile(db, part.fileId)
    const same = file?.streamId === part.streamId && file.authorId === author.id && file.size === part.size
    if (!file || !same) throw new HttpProblem('conflict')
    const received = await addPart(db, part.fileId, part.offset, bytes)
    if (received === undefined) throw new HttpProblem('conflict')
    return { received, name: file.name, type: file.type }
  }
}

const authorOf = (who: Principal): FileAuthor =>
  who.kind === 'customer' ? { kind: 'customer', id: who.customerId } : { kind: 'agent', id: who.agentId }

/** Throws unless this person may put a file of this size into this stream now. */
function admit(who: Principal, place: UploadPlace | undefined, { size }: AskedPart): asserts place is UploadPlace {
  if (place?.siteId !== who.siteId || !belongs(who, place)) throw notFound()
  if (place.closedAt !== null) throw new HttpProblem('closed')
  if (place.kinds.length === 0) throw new HttpProblem('file-not-allowed')
  if (size > place.maxBytes) throw new HttpProblem('too-large')
  const quota = uploadQuota[who.kind]
  if (place.recentFiles >= quota.files || place.recentBytes + size > quota.bytes) throw new HttpProblem('rate-limited')
}

function belongs(who: Principal, { streamKind, customerId, ownerId }: UploadPlace): boolean {
  if (who.kind === 'customer') return streamKind === 'conversation' && customerId === who.customerId
  return (streamKind === 'conversation' || streamKind === 'desk') && ownerId === who.agentId
}

function typeOf(first: Buffer, size: number, kinds: readonly string[]): FileType {
  if (first.length < Math.min(size, fileLimits.firstPartBytes)) throw new HttpProblem('invalid', 'first part too short')
  const type = sniffFile(first)
  if (type === undefined || !kinds.includes(fileTypes[type].kind)) throw new HttpProblem('file-not-allowed')
  return type
}

function nameIn(headers: IncomingHttpHeaders): string {
  const given = headers[fileNameHeader]
  try {
    return decodeURIComponent(typeof given === 'string' ? given : '').slice(0, fileLimits.nameChars)
  } catch {
    // Not percent-encoded UTF-8: a name of ours serves.
    return ''
  }
}
