import type { Attachment, Attachments } from '@beckon/shared/client/attachments'
import type { StreamId } from '@beckon/shared/model/ids'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import { useEffect, useMemo, useState } from 'react'
import { attachmentsOf, useAttached } from '../../realtime/attachment-store.ts'
import { useConnection } from '../../realtime/connection-context.ts'

interface StreamAttachments {
  list: readonly Attachment[]
  /** Undefined where the site takes no files. */
  add: ((files: Iterable<File>) => void) | undefined
  /** Undefined while there is none to send. */
  send: (() => void) | undefined
  retry: Attachments['retry']
  remove: Attachments['remove']
}

const sendable: ReadonlySet<Attachment['state']> = new Set(['checking', 'uploading', 'waiting', 'ready'])

/** The files chosen for one stream. */
export function useAttachments(streamId: StreamId, policy: FilePolicy): StreamAttachments {
  const attachments = attachmentsOf(useConnection(), policy)
  const all = useAttached((s) => s.list)
  const list = useMemo(() => all.filter((each) => each.streamId === streamId), [all, streamId])
  const some = list.some(({ state, wanted }) => sendable.has(state) && !wanted)
  return {
    list,
    add: policy.kinds.length === 0 ? undefined : (files) => attachments.add(streamId, files),
    send: some ? () => attachments.sendAll(streamId) : undefined,
    retry: attachments.retry,
    remove: attachments.remove,
  }
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Files dropped anywhere on the page; without it the browser would leave the desk for them. True while they hover. */
export function useFileDrop(onFiles: ((files: Iterable<File>) => void) | undefined): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      onFiles?.(event.dataTransfer?.files ?? [])
    }
    const listening = new AbortController()
    addEventListener('dragover', onDragOver, listening)
    addEventListener('dragleave', onLeave, listening)
    addEventListener('drop', onDrop, listening)
    return () => listening.abort()
  }, [onFiles])
  return over && onFiles !== undefined
}
