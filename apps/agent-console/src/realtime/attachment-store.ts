import { type Attachment, type Attachments, createAttachments } from '@beckon/shared/client/attachments'
import { postPartTo } from '@beckon/shared/client/post-file-part'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import { create } from 'zustand'
import type { ConsoleConnection } from './connection-context.ts'

/** What this tab's agent has chosen and not sent yet, of all streams. */
export const useAttached = create<{ list: readonly Attachment[] }>()(() => ({ list: [] }))

const key = 'beckon.attachments'
const made = new WeakMap<ConsoleConnection, Attachments>()

/** One for each line to the server: what is chosen outlives the composer it was chosen in. */
export function attachmentsOf(connection: ConsoleConnection, policy: FilePolicy): Attachments {
  const known = made.get(connection)
  if (known !== undefined) return known
  const attachments = createAttachments({
    post: postPartTo('/api/v1/files'),
    send: (id, streamId) => connection.send('file:send', { streamId }, id),
    policy: () => policy,
    changed: (list) => useAttached.setState({ list }),
    store: {
      load: () => sessionStorage.getItem(key),
      save: (text) => (text === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, text)),
    },
  })
  made.set(connection, attachments)
  return attachments
}
