import type { Entry } from '@beckon/shared/model/entry'
import { t, timeText } from '../../components/catalogue/text.ts'
import { type FileBody, FileCard } from '../../components/file-card.tsx'
import { loadFile } from '../../realtime/load-file.ts'

/** A file in the thread, on its sender's side. */
export function FileLine({ entry, file }: { entry: Pick<Entry, 'author' | 'at'>; file: FileBody }) {
  const mine = entry.author.kind === 'customer'
  return (
    <div className={`line file-line ${mine ? 'line-mine' : 'line-theirs'}`}>
      <FileCard file={file} load={loadFile} />
      <p className="line-meta">
        {!mine && `${entry.author.name || t('agent.none')} · `}
        <time dateTime={new Date(entry.at).toISOString()}>{timeText(entry.at)}</time>
        {mine && ` · ${t('chat.sent')}`}
      </p>
    </div>
  )
}
