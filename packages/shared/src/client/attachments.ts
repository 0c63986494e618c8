import type { CommandId, StreamId } from '../model/ids.ts'
import type { FilePolicy } from '../protocol/file.ts'
import type { Reply } from '../protocol/reply.ts'
import { isDrawn } from '../rules/file-types.ts'
import { checkFile } from './check-file.ts'
import { newId } from './new-id.ts'
import { PartError, type PostPart } from './post-file-part.ts'
import { uploadFile } from './upload-file.ts'

/**
 * `refused`: it can never be sent as it is. `failed`: it may be tried again. `lost`: the page was reloaded before all
 * of it had gone.
 */
export type AttachmentState = 'checking' | 'uploading' | 'waiting' | 'ready' | 'sending' | 'failed' | 'refused' | 'lost'

/** A file that somebody chose and that is no entry yet. */
export interface Attachment {
  /** Of the upload, of the command and of the entry. */
  id: CommandId
  streamId: StreamId
  name: string
  size: number
  /** Bytes the server has. */
  received: number
  state: AttachmentState
  /** "Send" was pressed: it goes as soon as it is there. */
  wanted: boolean
  /** Why it failed or was refused. */
  code?: string
  /** Address of the picture in this page. */
  preview?: string
}

export interface AttachmentStore {
  load(): string | null
  save(text: string | null): void
}

export interface AttachmentOptions {
  post: PostPart
  /** The `file:send` command. */
  send(id: CommandId, streamId: StreamId): Promise<Reply<unknown>>
  policy(): FilePolicy
  changed(list: readonly Attachment[]): void
  /** Where the names of what is under way outlive the page; their bytes cannot. */
  store: AttachmentStore
}

export interface Attachments {
  add(streamId: StreamId, files: Iterable<File>): void
  /** Sends what is there for this stream, and the rest when it is. */
  sendAll(streamId: StreamId): void
  retry(id: CommandId): void
  /** Stops and forgets it. */
  remove(id: CommandId): void
}

/** What is chosen, uploaded and sent, one upload at a time. */
export function createAttachments({ post, send, policy, changed, store }: AttachmentOptions): Attachments {
  let list: readonly Attachment[] = readLost(store)
  const files = new Map<CommandId, { file: File; stop: AbortController }>()
  let queue = Promise.resolve()

  function publish(next: readonly Attachment[]): void {
    list = next
    const unsent = list.filter(({ state }) => state !== 'refused' && state !== 'sending')
    store.save(
      unsent.length === 0
        ? null
        : JSON.stringify(unsent.map(({ id, streamId, name, size }) => ({ id, streamId, name, size }))),
    )
    changed(list)
  }
  const find = (id: CommandId) => list.find((one) => one.id === id)
  const update = (id: CommandId, part: Partial<Attachment>) =>
    publish(list.map((one) => (one.id === id ? { ...one, ...part } : one)))

  function forget(id: CommandId): void {
    const preview = find(id)?.preview
    if (preview !== undefined) URL.revokeObjectURL(preview)
    files.delete(id)
    publish(list.filter((one) => one.id !== id))
  }

  async function prepare(id: CommandId, file: File): Promise<void> {
    const checked = await checkFile(file, policy())
    if ('code' in checked) return update(id, { state: 'refused', code: checked.code })
    const preview = isDrawn(checked.type) ? { preview: URL.createObjectURL(file) } : {}
    update(id, { name: checked.name, ...preview })
    enqueue(id)
  }

  function enqueue(id: CommandId): void {
    update(id, { state: 'uploading' })
    queue = queue.then(() => upload(id))
  }

  async function upload(id: CommandId): Promise<void> {
    const entry = files.get(id)
    const attachment = find(id)
    if (entry === undefined || attachment === undefined) return
    const progress = (received: number, waiting: boolean) =>
      update(id, { received, state: waiting ? 'waiting' : 'uploading' })
    try {
      const { file, stop } = entry
      await uploadFile({ fileId: id, streamId: attachment.streamId, file, post, signal: stop.signal, progress })
    } catch (error) {
      // Removed meanwhile: nothing is left to tell.
      if (find(id)) update(id, { state: 'failed', code: error instanceof PartError ? error.code : 'unreadable' })
      return
    }
    update(id, { state: 'ready' })
    if (find(id)?.wanted === true) void deliver(id)
  }

  async function deliver(id: CommandId): Promise<void> {
    const attachment = find(id)
    if (attachment === undefined) return
    update(id, { state: 'sending' })
    const reply = await send(id, attachment.streamId)
    if (reply.ok) forget(id)
    else update(id, { state: 'failed', code: reply.error.code })
  }

  changed(list)
  return {
    add(streamId, chosen) {
      for (const file of chosen) {
        const id = newId<CommandId>()
        const { name, size } = file
        files.set(id, { file, stop: new AbortController() })
        publish([...list, { id, streamId, name, size, received: 0, state: 'checking', wanted: false }])
        void prepare(id, file)
      }
    },
    sendAll(streamId) {
      for (const { id, state, streamId: own } of list) {
        if (own !== streamId) continue
        if (state === 'ready') void deliver(id)
        else if (state === 'checking' || state === 'uploading' || state === 'waiting') update(id, { wanted: true })
      }
    },
    retry: enqueue,
    remove(id) {
      files.get(id)?.stop.abort()
      forget(id)
    },
  }
}

function readLost({ load }: AttachmentStore): Attachment[] {
  try {
    const kept = JSON.parse(load() ?? '[]') as Pick<Attachment, 'id' | 'streamId' | 'name' | 'size'>[]
    return kept.map(({ id, streamId, name, size }) => {
      const [text, bytes] = [String(name), Number(size)]
      return { id, streamId, name: text, size: bytes, received: 0, state: 'lost', wanted: false }
    })
  } catch {
    // Another script of the page wrote over it: there is nothing to tell.
    return []
  }
}
