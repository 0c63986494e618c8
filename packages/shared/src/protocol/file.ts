import * as z from 'zod/mini'
import { CommandId, StreamId } from '../model/ids.ts'
import type { FileKind } from '../rules/file-types.ts'
import type { Appended } from './chat.ts'
import { Key } from './contact.ts'
import { defineCommand } from './define-command.ts'

/** What a site takes; no kind at all: no files. */
export interface FilePolicy {
  kinds: FileKind[]
  maxBytes: number
}

/**
 * `POST {WIDGET_URL}/widget/api/files/:fileId` and `POST {PUBLIC_URL}/api/v1/files/:fileId`: one part of a file as raw
 * bytes (`application/octet-stream`, at most 1 MiB). `fileId` is made by the client and becomes the id of the
 * `file:send` that follows. A part that is there already is not stored again; the reply says where to go on.
 */
export const FilePartQuery = z.object({
  site: z.optional(Key),
  stream: StreamId,
  /** Of the whole file. */
  size: z.coerce.number().check(z.int(), z.positive()),
  /** Where in the file this part begins. */
  offset: z.coerce.number().check(z.int(), z.nonnegative()),
})
export const FileParams = z.object({ fileId: CommandId })

export interface FilePartReply {
  /** Bytes the server has from the start on. */
  received: number
  /** The name it goes by, and what it is by its bytes. */
  name: string
  type: string
}

export const fileCommands = {
  /** Customer or owner: the whole upload of this command's id becomes an entry of its stream. Within 23 h of its start. */
  'file:send': defineCommand<Appended>()('log', z.object({ streamId: StreamId })),
}
