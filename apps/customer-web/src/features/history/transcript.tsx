import type { Entry } from '@beckon/shared/model/entry'
import type { HistoryItem } from '@beckon/shared/protocol/http'
import { clockText } from '@beckon/shared/rules/countdown'
import { Button } from '../../components/button.tsx'
import { dateText, errorText, t, timeText } from '../../components/catalogue/text.ts'
import { FileCard } from '../../components/file-card.tsx'
import { Notice } from '../../components/notice.tsx'
import { loadFile } from '../../realtime/load-file.ts'
import { SaveTranscript } from './save-transcript.tsx'
import { subjectName } from './subject-name.ts'
import { useTranscript } from './use-history.ts'

/** One line of a record, or nothing for what a reader need not know. */
function lineText({ body, author }: Entry): string | undefined {
  const agent = author.name || t('agent.none')
  if (body.kind === 'message') return body.text
  if (body.kind === 'file') return body.name
  if (body.kind === 'joined')
    return t('insteadOf' in body ? 'chat.joined.written' : 'chat.joined', { agent: body.agent })
  if (body.kind === 'page-pushed') return `${t('page.shows', { agent })}: ${body.title}`
  if (body.kind === 'call-started') return t('chat.call.started')
  if (body.kind === 'call-ended') return t('chat.call.ended', { time: clockText(body.durationMs) })
  if (body.kind === 'ended') return t('chat.closed')
  return undefined
}

/** Who said it, before the time. */
const authorText = ({ author, body }: Entry): string => {
  if (body.kind !== 'message' && body.kind !== 'file') return ''
  return `${author.kind === 'customer' ? t('chat.you') : author.name || t('agent.none')} · `
}

export function Transcript({ item, onBack }: { item: HistoryItem; onBack: () => void }) {
  const { transcript, error } = useTranscript(item.interactionId)
  return (
    <main className="history">
      <Button kind="quiet" icon="back" onPress={onBack}>
        {t('history.title')}
      </Button>
      <h1>{subjectName(item.subject)}</h1>
      <p className="history-about">
        {dateText(item.startedAt)} · <span dir="ltr">{item.reference}</span>
      </p>
      <SaveTranscript interactionId={item.interactionId} reference={item.reference} />
      {error !== undefined && <Notice role="alert">{errorText(error)}</Notice>}
      {transcript === undefined && error === undefined && <p role="status">{t('app.loading')}</p>}
      <ol className="transcript">
        {transcript?.entries.map((entry) => {
          const text = lineText(entry)
          if (text === undefined) return null
          return (
            <li key={entry.id}>
              <span className="transcript-when">
                {authorText(entry)}
                <time dateTime={new Date(entry.at).toISOString()}>{timeText(entry.at)}</time>
              </span>
              {entry.body.kind === 'file' ? (
                <FileCard file={entry.body} load={loadFile} />
              ) : (
                <span className={entry.body.kind === 'message' ? '' : 'transcript-fact'} dir="auto">
                  {text}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </main>
  )
}
