import type { HistoryItem } from '@beckon/shared/protocol/http'
import { clockText } from '@beckon/shared/rules/countdown'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { dateText, errorText, t, timeText } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { HistoryFilterBar } from './history-filters.tsx'
import { subjectName } from './subject-name.ts'
import { Transcript } from './transcript.tsx'
import { type Narrowing, useHistory } from './use-history.ts'
import './history.css'

/** With whom, for how long, and what it came to. */
const aboutText = ({ agentName, lengthMs, endedAt, cause }: HistoryItem): string =>
  [
    agentName === null ? undefined : t('history.with', { agent: agentName }),
    lengthMs === null ? undefined : clockText(lengthMs),
    endedAt !== null && cause === 'abandoned' ? t('history.unanswered') : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')

/** By subject, the one last talked about first; within it newest first. */
function bySubject(items: readonly HistoryItem[]): [string, HistoryItem[]][] {
  const groups = new Map<string, HistoryItem[]>()
  for (const item of items) groups.set(item.subject, [...(groups.get(item.subject) ?? []), item])
  return [...groups]
}

const everything: Narrowing = { q: '', subject: '', agent: '', channel: '' }

const HistoryRow = ({ item, onOpen }: { item: HistoryItem; onOpen: () => void }) => (
  <li>
    <button type="button" className="history-row" onClick={onOpen}>
      <Icon name={item.channel === 'chat' ? 'chat' : 'phone'} />
      <span className="history-words">
        <strong>
          {dateText(item.startedAt)}, {timeText(item.startedAt)}
        </strong>
        <span>{aboutText(item)}</span>
        <span dir="ltr">{item.reference}</span>
      </span>
      {item.endedAt === null && <span className="history-open">{t('history.open')}</span>}
    </button>
  </li>
)

/** All conversations of this customer; each opens to what was said. */
export function History() {
  const [narrowing, setNarrowing] = useState(everything)
  const { filters, items, error, more } = useHistory(narrowing)
  const narrowed = Object.values(narrowing).some((value) => value !== '')
  const nameOf = (subject: string) => filters?.subjects.find(({ key }) => key === subject)?.name ?? subjectName(subject)
  const [chosen, setChosen] = useState<HistoryItem>()
  if (chosen !== undefined) return <Transcript item={chosen} onBack={() => setChosen(undefined)} />
  return (
    <main className="history">
      <h1 tabIndex={-1}>{t('history.title')}</h1>
      {error !== undefined && <Notice role="alert">{errorText(error)}</Notice>}
      {items === undefined && error === undefined && <p role="status">{t('app.loading')}</p>}
      {filters !== undefined && filters.subjects.length > 0 && (
        <HistoryFilterBar filters={filters} value={narrowing} onChange={setNarrowing} />
      )}
      {items?.length === 0 && <p role="status">{t(narrowed ? 'history.noneFound' : 'history.none')}</p>}
      {bySubject(items ?? []).map(([subject, group]) => (
        <section key={subject} aria-label={nameOf(subject)}>
          <h2>{nameOf(subject)}</h2>
          <ul>
            {group.map((item) => (
              <HistoryRow key={item.interactionId} item={item} onOpen={() => setChosen(item)} />
            ))}
          </ul>
        </section>
      ))}
      {more !== undefined && <Button onPress={more}>{t('history.more')}</Button>}
    </main>
  )
}
