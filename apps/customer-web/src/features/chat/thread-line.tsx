import type { CommandId } from '@beckon/shared/model/ids'
import { clockText } from '@beckon/shared/rules/countdown'
import type { ReactNode } from 'react'
import { errorText, t, timeText } from '../../components/catalogue/text.ts'
import type { CardEntry, PageOutcome, ThreadLine } from './thread-lines.ts'

export interface LineActions {
  onRetry: (id: CommandId) => void
  onRemove: (id: CommandId) => void
  /** What became of the last message that was sent. */
  renderSent: (id: string) => ReactNode
  renderCard: (entry: CardEntry, outcome: PageOutcome | undefined) => ReactNode
}

type Mine = Extract<ThreadLine, { kind: 'mine' }>

const Failed = ({ line, onRetry, onRemove }: { line: Mine } & LineActions) => {
  const id = line.key as CommandId
  return (
    <p className="line-meta line-failed">
      {t('chat.failed')}
      {line.code !== undefined && `: ${errorText(line.code)}`}{' '}
      <button type="button" className="link" onClick={() => onRetry(id)}>
        {t('chat.retry')}
      </button>{' '}
      <button type="button" className="link" onClick={() => onRemove(id)}>
        {t('chat.remove')}
      </button>
    </p>
  )
}

/** The earlier ones say nothing of what became of them: the last one tells for all. */
const MyMessage = ({ line, last, ...actions }: { line: Mine; last: boolean } & LineActions) => (
  <div className="line line-mine">
    <p className={`bubble bubble-mine bubble-${line.state}`} dir="auto">
      {line.text}
    </p>
    {line.state === 'failed' ? (
      <Failed line={line} {...actions} />
    ) : (
      <p className="line-meta">
        <time dateTime={new Date(line.at).toISOString()}>{timeText(line.at)}</time>
        {line.state === 'sending' && ` · ${t('chat.sending')}`}
        {last && <> · {actions.renderSent(line.key)}</>}
      </p>
    )}
  </div>
)

function factText(line: Exclude<ThreadLine, { kind: 'mine' | 'theirs' | 'card' }>): string {
  if (line.kind === 'joined') return t(line.written ? 'chat.joined.written' : 'chat.joined', { agent: line.agent })
  if (line.kind === 'released') return t('chat.released')
  if (line.kind === 'idle-warned') return t('chat.idle', { time: timeText(line.closesAt) })
  if (line.kind === 'call-started') return t('chat.call.started')
  return line.durationMs === 0 ? t('chat.call.missed') : t('chat.call.ended', { time: clockText(line.durationMs) })
}

export function ThreadLineView({ line, last, ...actions }: { line: ThreadLine; last: boolean } & LineActions) {
  if (line.kind === 'mine') return <MyMessage line={line} last={last} {...actions} />
  if (line.kind === 'card') return <div className="line">{actions.renderCard(line.entry, line.outcome)}</div>
  if (line.kind !== 'theirs') return <p className="line line-fact">{factText(line)}</p>
  return (
    <div className="line line-theirs">
      <p className="bubble bubble-theirs" dir="auto">
        {line.text}
      </p>
      <p className="line-meta">
        {line.agent} · <time dateTime={new Date(line.at).toISOString()}>{timeText(line.at)}</time>
      </p>
    </div>
  )
}
