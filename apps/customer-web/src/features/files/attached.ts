import { type Attachment, createAttachments } from '@beckon/shared/client/attachments'
import { postPartTo } from '@beckon/shared/client/post-file-part'
import { createStore } from '../../components/create-store.ts'
import { keepInHost, useHost } from '../../realtime/host-store.ts'
import { readySession } from '../../realtime/session-store.ts'

/** What the customer has chosen and not sent yet. */
export const useAttached = createStore<{ list: readonly Attachment[] }>(() => ({ list: [] }))

export const attachments = createAttachments({
  post: (part, signal) => {
    const { site, token } = readySession()
    return postPartTo('/widget/api/files', site.key, token)(part, signal)
  },
  send: (id, streamId) => readySession().connection.send('file:send', { streamId }, id),
  policy: () => readySession().site.files,
  changed: (list) => useAttached.setState({ list }),
  store: {
    load: () => useHost.getState().state.kept.files ?? null,
    save: (text) => keepInHost('files', text),
  },
})
